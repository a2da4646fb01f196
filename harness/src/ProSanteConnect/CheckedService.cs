using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.Browsers;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>A service on openid-client, <c>harness/pro-sante-connect/check</c>, registered with the stand-in.</summary>
public sealed class CheckedService : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly SupervisedProcess _process;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _client;

    private CheckedService(SupervisedProcess process, DirectoryInfo folder, Uri address, string clientId)
    {
        _process = process;
        _folder = folder;
        _client = new HttpClient { BaseAddress = address };
        Address = address;
        ClientId = clientId;
    }

    /// <summary>Where it is. <c>/connexion</c> begins a login, whose end shows in JSON what the service knows then.</summary>
    public Uri Address { get; }

    /// <summary>What the stand-in knows it by.</summary>
    public string ClientId { get; }

    /// <summary>Starts one.</summary>
    /// <param name="provider">The stand-in.</param>
    /// <param name="authority">Who certifies the stand-in.</param>
    /// <param name="change">Changes how it is registered.</param>
    /// <param name="shownCertificate">The certificate it shows, where that is not the registered one.</param>
    /// <param name="seconds">How long it waits for an answer.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<CheckedService> StartAsync(
        ProSanteConnectServer provider,
        TestAuthority authority,
        Func<RegisteredService, RegisteredService>? change = null,
        X509Certificate2? shownCertificate = null,
        int seconds = 60)
    {
        string id = $"service-{Guid.NewGuid():N}";
        var unchanged = new RegisteredService(id, "Service de contrôle", new("http://localhost/retour")) { ClientSecret = Guid.NewGuid().ToString("N") };
        RegisteredService service = change?.Invoke(unchanged) ?? unchanged;
        bool secure = service.Authentication is ServiceAuthentication.TlsClientAuth or ServiceAuthentication.SelfSignedTlsClientAuth;
        X509Certificate2? certificate = shownCertificate ?? service.Certificate;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-service-");
        string settings = Path.Combine(folder.FullName, "service.json");
        ReadyProcess<Uri> started;
        try
        {
            await File.WriteAllTextAsync(settings, new JsonObject
            {
                ["issuer"] = (secure ? provider.SecureIssuer : provider.Issuer).ToString(),
                ["clientId"] = id,
                ["clientSecret"] = service.ClientSecret,
                ["authentication"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(service.Authentication.ToString()),
                ["timeout"] = seconds,
                ["authorities"] = secure ? authority.Roots.ExportCertificatePems() : null,
                ["certificate"] = certificate?.ExportCertificatePem(),
                ["key"] = certificate?.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(),
            }.ToJsonString());
            started = await ReadyProcess<Uri>.StartAsync(
                PlaywrightDriver.Node,
                [Path.Combine(Repository.Root, "harness", "pro-sante-connect", "check", "main.js"), settings],
                line => line.StartsWith("{\"address\"", StringComparison.Ordinal) ? new((string)JsonNode.Parse(line)!["address"]!) : null,
                StartLimit,
                (_, said) => new InvalidOperationException($"The service did not start. It said:\n{said}"));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }

        var running = new CheckedService(started.Process, folder, started.Said, id);
        try
        {
            await provider.RegisterAsync(service with
            {
                RedirectUri = new(running.Address, "/retour"),
                PostLogoutRedirectUri = new(running.Address, "/adieu"),
            });
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it something without a browser.</summary>
    /// <param name="path">What, with its query.</param>
    /// <returns>Its answer; a member <c>error</c> says what it found wrong.</returns>
    public async Task<JsonNode> AskAsync(string path) => JsonNode.Parse(await (await _client.GetAsync(path)).Content.ReadAsStringAsync())!;

    /// <summary>Stops it and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
