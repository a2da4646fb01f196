using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Evidence;

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
    private readonly List<Loss> _losses = [];

    /// <summary>The wallet knows a person and activates their e-CPS.</summary>
    /// <param name="person">What it knows.</param>
    public async Task KnowAsync(DirectoryEntry person)
    {
        foreach (string file in new[] { BackEnd.KnownHolder, BackEnd.Activation })
        {
            await AddAsync(await ReadStubAsync(file, person));
        }
    }

    /// <summary>From now on the wallet says that a person has an e-CPS already.</summary>
    /// <param name="person">What it knows about the person.</param>
    /// <param name="phone">The phone that has it, by the name that the product gave it; <see langword="null"/> for one that the product does not know.</param>
    public async Task RememberActiveAsync(DirectoryEntry person, string? phone)
    {
        JsonNode mapping = await ReadStubAsync(BackEnd.AlreadyActive, person);
        if (phone is not null)
        {
            mapping["response"]!["jsonBody"]!["eCps"]!["telephone"] = phone;
        }

        await AddAsync(mapping);
    }

    /// <summary>The wallet has never heard of a person.</summary>
    /// <param name="person">What it knows about the person.</param>
    public async Task ForgetAsync(DirectoryEntry person)
    {
        JsonNode mapping = await ReadStubAsync(BackEnd.KnownHolder, person);
        mapping["response"] = new JsonObject { ["status"] = 404 };
        await AddAsync(mapping);
    }

    /// <summary>Lets a back end fail for one person, until <see cref="HealAsync"/> or the end of the scenario.</summary>
    /// <param name="backEnd">Which one.</param>
    /// <param name="fault">In which way.</param>
    /// <param name="person">What the back ends know about the person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    public async Task FailAsync(BackEnd backEnd, BackEndFault fault, DirectoryEntry person, Correspondence reach)
    {
        if (fault.LosesMessages)
        {
            _losses.Add(new(backEnd, DateTimeOffset.UtcNow, Until: null));
        }

        foreach (string file in backEnd.Stubs)
        {
            JsonNode mapping = await ReadStubAsync(file, person);
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
        for (int i = 0; i < _losses.Count; i++)
        {
            _losses[i] = _losses[i] with { Until = _losses[i].Until ?? DateTimeOffset.UtcNow };
        }
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

    /// <summary>What the wallet was asked and told about a person, oldest first.</summary>
    /// <param name="identifiantNational">The person.</param>
    public Task<IReadOnlyList<ReceivedRequest>> FindWalletRequestsAsync(string identifiantNational) => server.FindRequestsAsync(new JsonObject
    {
        ["urlPathPattern"] = $"/portefeuille/porteurs/{Regex.Escape(Uri.EscapeDataString(identifiantNational))}.*",
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

    /// <summary>All that was asked about a person and sent to them, oldest first.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="reach">Where the person can be reached.</param>
    public async Task<IReadOnlyList<(Channel Channel, ReceivedRequest Request)>> FindJournalAsync(string identifiantNational, Correspondence reach) =>
    [
        .. (await FindWalletRequestsAsync(identifiantNational)).Select(request => (Channel.Wallet, request))
            .Concat((await FindMessagesAsync(reach.Mobile)).Where(message => message.Url == BackEnd.Sms.Address).Select(message => (Channel.Sms, message)))
            .Concat((await FindMessagesAsync(reach.Email)).Where(message => message.Url == BackEnd.Mail.Address).Select(message => (Channel.Mail, message)))
            .OrderBy(found => found.Item2.Time),
    ];

    /// <summary>Of those messages the ones that arrived: a back end that loses messages takes them and does not deliver them.</summary>
    /// <param name="backEnd">Who sends them.</param>
    /// <param name="text">The text.</param>
    public async Task<IReadOnlyList<ReceivedRequest>> FindDeliveredAsync(BackEnd backEnd, string text) =>
    [
        .. (await FindMessagesAsync(text)).Where(message =>
            message.Url == backEnd.Address && !_losses.Any(loss => loss.BackEnd == backEnd && loss.Swallows(message))),
    ];

    /// <summary>What the wallet was asked about somebody, by national identifier.</summary>
    /// <param name="identifiantNational">The identifier, as it was typed.</param>
    public async Task<IReadOnlyList<ReceivedRequest>> FindQuestionsAsync(string identifiantNational) =>
        await server.FindRequestsAsync(new JsonObject
        {
            ["method"] = "GET",
            ["urlPath"] = $"/portefeuille/porteurs/{Uri.EscapeDataString(identifiantNational)}",
        });

    /// <summary>What a stub's file becomes for one person. What the directory does not have is left out, not empty.</summary>
    /// <param name="template">Text of the file.</param>
    /// <param name="person">What the back ends know.</param>
    internal static JsonNode Fill(string template, DirectoryEntry person)
    {
        JsonNode mapping = JsonNode.Parse(
            template
                .Replace("{identifiantNational}", person.IdentifiantNational, StringComparison.Ordinal)
                .Replace("{nom}", person.FamilyName, StringComparison.Ordinal)
                .Replace("{prenom}", person.GivenName, StringComparison.Ordinal)
                .Replace("{profession}", person.Profession, StringComparison.Ordinal)
                .Replace("{mobile}", person.Mobile, StringComparison.Ordinal)
                .Replace("{courriel}", person.Email, StringComparison.Ordinal)
                .Replace("{typeCarte}", person.CardKind, StringComparison.Ordinal)
                .Replace("{exercice}", person.Practice, StringComparison.Ordinal)
                .Replace("{coordonneesModifieesLe}", person.CorrectedAt?.ToString("O"), StringComparison.Ordinal),
            documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
        if (mapping["response"]?["jsonBody"] is JsonObject body)
        {
            foreach (string missing in body.Where(member => member.Value is JsonValue value && value.ToString().Length == 0).Select(member => member.Key).ToList())
            {
                body.Remove(missing);
            }
        }

        return mapping;
    }

    /// <summary>Takes the person's stubs away.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (string stub in _stubs)
        {
            await server.RemoveAsync(stub);
        }
    }

    private static async Task<JsonNode> ReadStubAsync(string file, DirectoryEntry person)
    {
        string template = await File.ReadAllTextAsync(Path.Combine(Repository.Fixtures, "stubs", file));
        JsonNode mapping = Fill(template, person);

        // In an address the slash of a staff number is written as whoever asks has to write it.
        DirectoryEntry escaped = person with { IdentifiantNational = Uri.EscapeDataString(person.IdentifiantNational) };
        mapping["request"]!["urlPath"] = (string)Fill(template, escaped)["request"]!["urlPath"]!;
        return mapping;
    }

    private async Task AddAsync(JsonNode mapping) => _stubs.Add(await server.AddAsync(mapping));

    // WireMock writes milliseconds down, so a message that came with the loss may seem a little older than it.
    private sealed record Loss(BackEnd BackEnd, DateTimeOffset From, DateTimeOffset? Until)
    {
        internal bool Swallows(ReceivedRequest message) =>
            message.Time >= From.AddMilliseconds(-1) && !(message.Time > Until);
    }
}
