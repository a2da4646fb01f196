using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>
/// The stand-in of Pro Santé Connect's protocol side, <c>harness/pro-sante-connect</c>, as a process of its own. Its login pages and its
/// phone application are those of the reference.
/// </summary>
public sealed class ProSanteConnectServer : IAsyncDisposable
{
    private const string LoginPath = "/login-actions/authenticate/";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly SupervisedProcess _process;
    private readonly HttpClient _control;

    private ProSanteConnectServer(SupervisedProcess process, Addresses addresses)
    {
        _process = process;
        Issuer = addresses.Issuer;
        SecureIssuer = addresses.SecureIssuer;
        Control = addresses.Control;
        _control = new HttpClient { BaseAddress = addresses.Control };
    }

    /// <summary>The issuer without encryption, for services on this machine; the discovery document is below it.</summary>
    public Uri Issuer { get; }

    /// <summary>The issuer with TLS, by a certificate of the test authority; it asks services for theirs.</summary>
    public Uri SecureIssuer { get; }

    /// <summary>Where it is told whom it knows and what to do wrong.</summary>
    public Uri Control { get; }

    /// <summary>The discovery document of <see cref="Issuer"/>.</summary>
    public Uri Discovery => new($"{Issuer}/.well-known/wallet-openid-configuration");

    /// <summary>What it has logged so far. Never a code, token or secret.</summary>
    public IReadOnlyCollection<string> Log { get; private init; } = [];

    /// <summary>Where the stand-in lies.</summary>
    private static string Folder => Path.Combine(Repository.Root, "harness", "pro-sante-connect");

    /// <summary>Starts it, waits until it listens, and makes it known to the reference.</summary>
    /// <param name="reference">Whose login pages it leads to.</param>
    /// <param name="authority">Who certifies it, and certifies services.</param>
    /// <param name="folder">Folder for its settings; nobody else may read it.</param>
    /// <param name="issuer">The issuer that services were told, whose port it takes and whose keys it keeps; or <see langword="null"/> for a free port and new keys.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<ProSanteConnectServer> StartAsync(RunningTarget reference, TestAuthority authority, string folder, Uri? issuer = null)
    {
        string secret = RandomNumberGenerator.GetHexString(32);
        using X509Certificate2 certificate = ServerCertificate.ForThisMachine(authority);
        X509Certificate2Collection chain = [certificate, authority.PublicPartOf(TestAuthority.Organisations)];
        X509Certificate2Collection authorities = [.. authority.Roots, .. authority.Intermediates];
        string settings = Path.Combine(folder, "pro-sante-connect.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new
        {
            portal = reference.Addresses.Portal,
            secret,
            certificate = chain.ExportCertificatePems(),
            key = certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(),
            authorities = authorities.ExportCertificatePems(),
            signingKey = issuer is null ? null : SigningKey.OpenPem(),
            port = issuer is { Scheme: "http" } ? issuer.Port : 0,
            securePort = issuer is { Scheme: "https" } ? issuer.Port : 0,
        }));
        ReadyProcess<Addresses> started = await ReadyProcess<Addresses>.StartAsync(
            PlaywrightDriver.Node,
            [Path.Combine(Folder, "main.js"), settings],
            line => line.StartsWith('{') ? JsonSerializer.Deserialize<Addresses>(line, JsonSerializerOptions.Web) : null,
            StartLimit,
            (_, said) => new InvalidOperationException(
                $"Pro Santé Connect's stand-in did not start. Are its packages installed (\"./run-tests.sh setup\")? It said:\n{said}"));
        var server = new ProSanteConnectServer(started.Process, started.Said) { Log = started.Log };
        try
        {
            await reference.IntroduceProSanteConnectAsync([server.Issuer + LoginPath, server.SecureIssuer + LoginPath], secret);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets it know a professional: from now on a login gives these claims.</summary>
    /// <param name="person">The claims, see <see cref="ProfessionalClaims"/>.</param>
    public async Task KnowAsync(JsonObject person)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("people", person);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets it know a service.</summary>
    /// <param name="service">The service.</param>
    public async Task RegisterAsync(RegisteredService service)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("clients", service.ToMetadata());
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets it misbehave until the order is disposed of.</summary>
    /// <param name="kind">In which way.</param>
    /// <param name="clientId">For which service, or <see langword="null"/> for all.</param>
    /// <param name="identifiantNational">For whose logins, or <see langword="null"/> for everybody's; one of both is needed.</param>
    /// <param name="endpoint">Where, for those kinds that are about one endpoint.</param>
    /// <exception cref="ArgumentException">The order would do nothing.</exception>
    public async Task<MisbehaviourOrder> MisbehaveAsync(
        Misbehaviour kind, string? clientId = null, string? identifiantNational = null, ProviderEndpoint endpoint = ProviderEndpoint.Token)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("misbehaviours", new
        {
            kind = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
            client = clientId,
            person = identifiantNational,
            endpoint = JsonNamingPolicy.CamelCase.ConvertName(endpoint.ToString()),
        });
        string answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? new(_control, (string)JsonNode.Parse(answer)!["id"]!)
            : throw new ArgumentException($"Pro Santé Connect's stand-in does not take the order: {answer}", nameof(kind));
    }

    /// <summary>Stops it and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _process.DisposeAsync();
    }

    private sealed record Addresses(Uri Issuer, Uri SecureIssuer, Uri Control);
}
