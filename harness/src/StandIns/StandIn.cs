using System.Text.Json.Nodes;

namespace CardConformance.Harness.StandIns;

/// <summary>The back ends of one scenario's person: stubs that match on the person, and what was asked about them.</summary>
/// <remarks>Scenarios share one WireMock and never a person, so they do not see each other.</remarks>
/// <param name="server">The process that stands in.</param>
public sealed class StandIn(WireMockServer server) : IAsyncDisposable
{
    // WireMock's own is 5; 1 goes before all others.
    private const int FaultPriority = 1;

    private readonly List<string> _stubs = [];
    private readonly List<string> _faults = [];

    /// <summary>The wallet knows a person and activates their e-CPS.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    public async Task KnowAsync(string identifiantNational, Correspondence reach)
    {
        foreach (string file in new[] { BackEnd.KnownHolder, BackEnd.Activation })
        {
            await AddAsync(await ReadStubAsync(file, identifiantNational, reach));
        }
    }

    /// <summary>From now on the wallet says that a person has an e-CPS already.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    /// <param name="phone">The phone that has it, by the name that the product gave it; <see langword="null"/> for one that the product does not know.</param>
    public async Task RememberActiveAsync(string identifiantNational, Correspondence reach, string? phone)
    {
        JsonNode mapping = await ReadStubAsync(BackEnd.AlreadyActive, identifiantNational, reach);
        if (phone is not null)
        {
            mapping["response"]!["jsonBody"]!["eCps"]!["telephone"] = phone;
        }

        await AddAsync(mapping);
    }

    /// <summary>The wallet has never heard of a person.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    public async Task ForgetAsync(string identifiantNational, Correspondence reach)
    {
        JsonNode mapping = await ReadStubAsync(BackEnd.KnownHolder, identifiantNational, reach);
        mapping["response"] = new JsonObject { ["status"] = 404 };
        await AddAsync(mapping);
    }

    /// <summary>Lets a back end fail for one person, until <see cref="HealAsync"/> or the end of the scenario.</summary>
    /// <param name="backEnd">Which one.</param>
    /// <param name="fault">In which way.</param>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    public async Task FailAsync(BackEnd backEnd, BackEndFault fault, string identifiantNational, Correspondence reach)
    {
        foreach (string file in backEnd.Stubs)
        {
            JsonNode mapping = await ReadStubAsync(file, identifiantNational, reach);
            mapping["priority"] = FaultPriority;
            if (backEnd.Recipient is { } recipient)
            {
                mapping["request"]!["bodyPatterns"] = new JsonArray(new JsonObject
                {
                    ["matchesJsonPath"] = new JsonObject { ["expression"] = "$.destinataire", ["equalTo"] = recipient(reach) },
                });
            }

            if (fault.Response is { } response)
            {
                mapping["response"] = response.DeepClone();
            }

            mapping["response"]!["fixedDelayMilliseconds"] = fault.DelayMilliseconds;
            string stub = await server.AddAsync(mapping);
            _stubs.Add(stub);
            _faults.Add(stub);
        }
    }

    /// <summary>All back ends work again for this scenario's person.</summary>
    public async Task HealAsync()
    {
        foreach (string stub in _faults)
        {
            await server.RemoveAsync(stub);
            _stubs.Remove(stub);
        }

        _faults.Clear();
    }

    /// <summary>Where a revocation list is published.</summary>
    /// <param name="name">Name of the list.</param>
    public Uri RevocationListAddress(string name) => new(server.Address, $"/igc-sante/CRL/{name}.crl");

    /// <summary>Publishes a revocation list.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="list">The list, DER.</param>
    /// <returns>Its address.</returns>
    public async Task<Uri> PublishRevocationListAsync(string name, byte[] list)
    {
        Uri address = RevocationListAddress(name);
        await AddAsync(new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = address.AbsolutePath },
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["base64Body"] = Convert.ToBase64String(list),
                ["headers"] = new JsonObject { ["Content-Type"] = "application/pkix-crl" },
            },
        });
        return address;
    }

    /// <summary>Lets the place where a revocation list is published fail, until <see cref="HealAsync"/> or the end of the scenario.</summary>
    /// <param name="name">Name of the list.</param>
    /// <param name="fault">In which way.</param>
    public async Task FailRevocationListAsync(string name, BackEndFault fault)
    {
        string stub = await server.AddAsync(new JsonObject
        {
            ["priority"] = FaultPriority,
            ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = RevocationListAddress(name).AbsolutePath },
            ["response"] = fault.Response?.DeepClone()
                ?? throw new ArgumentException($"une liste qui « {fault.Words} » n'est pas en panne.", nameof(fault)),
        });
        _stubs.Add(stub);
        _faults.Add(stub);
    }

    /// <summary>How often the wallet was told to activate a person's e-CPS.</summary>
    /// <param name="identifiantNational">The person.</param>
    public async Task<IReadOnlyList<ReceivedRequest>> FindActivationsAsync(string identifiantNational) =>
        await server.FindRequestsAsync(new JsonObject
        {
            ["method"] = "PUT",
            ["urlPath"] = $"/portefeuille/porteurs/{Uri.EscapeDataString(identifiantNational)}/e-cps",
        });

    /// <summary>SMS and e-mails in which a text stands, for example a telephone number or an address.</summary>
    /// <param name="text">The text.</param>
    public async Task<IReadOnlyList<ReceivedRequest>> FindMessagesAsync(string text) =>
        await server.FindRequestsAsync(new JsonObject
        {
            ["method"] = "POST",
            ["urlPathPattern"] = "/(sms|courriel)/messages",

            // In the values, not in the text of the body: JSON may write + and é in several ways.
            ["bodyPatterns"] = new JsonArray(new JsonObject
            {
                ["matchesJsonPath"] = new JsonObject { ["expression"] = "$.*", ["contains"] = text },
            }),
        });

    /// <summary>What a stub's file becomes for one person.</summary>
    /// <param name="template">Text of the file.</param>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    internal static JsonNode Fill(string template, string identifiantNational, Correspondence reach) => JsonNode.Parse(template
        .Replace("{identifiantNational}", identifiantNational, StringComparison.Ordinal)
        .Replace("{mobile}", reach.Mobile, StringComparison.Ordinal)
        .Replace("{courriel}", reach.Email, StringComparison.Ordinal))!;

    /// <summary>Takes the person's stubs away.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (string stub in _stubs)
        {
            await server.RemoveAsync(stub);
        }
    }

    private static async Task<JsonNode> ReadStubAsync(string file, string identifiantNational, Correspondence reach)
    {
        string template = await File.ReadAllTextAsync(Path.Combine(Repository.Fixtures, "stubs", file));
        JsonNode mapping = Fill(template, identifiantNational, reach);

        // In an address the slash of a staff number is written as whoever asks has to write it.
        mapping["request"]!["urlPath"] = (string)Fill(template, Uri.EscapeDataString(identifiantNational), reach)["request"]!["urlPath"]!;
        return mapping;
    }

    private async Task AddAsync(JsonNode mapping) => _stubs.Add(await server.AddAsync(mapping));
}
