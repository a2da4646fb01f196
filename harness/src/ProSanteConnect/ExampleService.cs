using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CardConformance.Harness.Browsers;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>SI-DEP, the example of a conforming service: <c>harness/pro-sante-connect/service</c>, a process of its own.</summary>
public sealed class ExampleService : IAsyncDisposable
{
    private const int AnswersWithinSeconds = 4;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly SupervisedProcess _process;
    private readonly DirectoryInfo? _folder;
    private readonly HttpClient _administration;

    private ExampleService(SupervisedProcess process, DirectoryInfo? folder, TestedService service, HttpClient administration)
    {
        _process = process;
        _folder = folder;
        _administration = administration;
        Service = service;
    }

    /// <summary>What anybody knows of it.</summary>
    public TestedService Service { get; }

    /// <summary>The checks that it can be without: the seeded defects of <c>service/without.js</c>.</summary>
    public static IReadOnlyList<string> Removable { get; } =
    [
        "state", "response-issuer", "nonce", "issuer", "audience", "expiry", "not-before", "signature", "algorithm", "acr", "subject", "userinfo",
        "timeout", "browser",
    ];

    /// <summary>Ends when its process does, of itself or not.</summary>
    public Task Ended => _process.Ended;

    private static string Program => Path.Combine(Repository.Root, "harness", "pro-sante-connect", "service", "main.js");

    /// <summary>Starts one, on a free port.</summary>
    /// <param name="issuer">The issuer that it trusts; it need not be there yet.</param>
    /// <param name="without">The check that it is to be without, or <see langword="null"/>; see <c>service/without.js</c>.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<ExampleService> StartAsync(Uri issuer, string? without = null)
    {
        string id = $"sidep-{Guid.NewGuid():N}";
        string secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        string administration = RandomNumberGenerator.GetHexString(32, lowercase: true);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-sidep-");
        string settings = Path.Combine(folder.FullName, "service.json");
        ReadyProcess<Uri> started;
        try
        {
            await File.WriteAllTextAsync(settings, new JsonObject
            {
                ["home"] = "http://localhost:0/",
                ["issuer"] = issuer.ToString(),
                ["clientId"] = id,
                ["clientSecret"] = secret,
                ["answersWithin"] = AnswersWithinSeconds,
                ["administration"] = administration,
            }.ToJsonString());
            started = await StartProcessAsync(settings, without);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }

        var client = new HttpClient { BaseAddress = started.Said };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", administration);
        return new(started.Process, folder, Describe(started.Said, id, secret, issuer), client);
    }

    /// <summary>Starts the one that a file describes, where the file says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">What stands in it.</param>
    /// <param name="without">The check that it is to be without, or <see langword="null"/>.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<ExampleService> StartAsync(string file, TestedService service, string? without = null) =>
        new((await StartProcessAsync(file, without)).Process, folder: null, service, new HttpClient { BaseAddress = service.Home });

    /// <summary>The CIS or the ARS makes a personal account for the degraded mode.</summary>
    /// <param name="account">Members <c>identifiant</c>, <c>motDePasse</c>, <c>exercice</c> (<c>liberal</c>, <c>salarie</c>), <c>nom</c>, <c>prenom</c>, <c>identifiantNational</c>.</param>
    public async Task CreateAccountAsync(JsonObject account)
    {
        using HttpResponseMessage response = await _administration.PostAsJsonAsync("administration/comptes", account);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops it and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _administration.Dispose();
        await _process.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    private static Task<ReadyProcess<Uri>> StartProcessAsync(string settings, string? without) => ReadyProcess<Uri>.StartAsync(
        PlaywrightDriver.Node,
        [Program, settings, .. without is null ? [] : new[] { "--without", without }],
        line => line.StartsWith("{\"address\"", StringComparison.Ordinal) ? new((string)JsonNode.Parse(line)!["address"]!) : null,
        StartLimit,
        (_, said) => new InvalidOperationException($"The example service did not start. It said:\n{said}"));

    private static TestedService Describe(Uri home, string id, string secret, Uri issuer) => new(
        "SI-DEP, le service d'exemple",
        home,
        ["e-CPS Identification par carte CPS"],
        new(home, "espace"),
        "Vous êtes connecté(e).",
        ["Vous n'êtes pas connecté(e)."],
        [PersonShown.IdentifiantNational, PersonShown.FamilyName, PersonShown.GivenName],
        TimeSpan.FromSeconds(AnswersWithinSeconds + 10),
        new(id, "SI-DEP", new(home, "retour")) { ClientSecret = secret, PostLogoutRedirectUri = new(home, "adieu") },
        issuer);
}
