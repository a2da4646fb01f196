using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.SystemUnderTest;

/// <summary>The built-in system under test, as a process of its own that knows its back ends by address only.</summary>
public sealed class ReferenceServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly SupervisedProcess _process;
    private readonly HttpClient _control;

    private ReferenceServer(SupervisedProcess process, Addresses addresses)
    {
        _process = process;
        Target = new(addresses.Portal, addresses.Telephone);
        CardPort = addresses.Card;
        Product = addresses.Product;
        _control = new HttpClient { BaseAddress = addresses.Control };
    }

    /// <summary>Where it is.</summary>
    public Target Target { get; }

    /// <summary>What it says that it is.</summary>
    public ObservedProduct Product { get; }

    /// <summary>Where it asks for cards.</summary>
    public Uri CardPort { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="backEnds">Where its back ends are.</param>
    /// <param name="authority">Whose cards it trusts, and who certifies its port for cards.</param>
    /// <param name="folder">Folder for its certificates, log and home; nobody else may read it.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<ReferenceServer> StartAsync(Uri backEnds, TestAuthority authority, string folder)
    {
        string certificates = Path.Combine(folder, "server.pem");
        string key = Path.Combine(folder, "server.key");
        using X509Certificate2 certificate = ServerCertificate.ForThisMachine(authority);
        X509Certificate2Collection chain = [certificate, authority.PublicPartOf(TestAuthority.Organisations)];
        await File.WriteAllTextAsync(certificates, chain.ExportCertificatePems());
        await File.WriteAllTextAsync(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        string roots = await WriteAsync(folder, "roots.pem", authority.Roots);
        string intermediates = await WriteAsync(folder, "intermediates.pem", authority.Intermediates);
        ReadyProcess<Addresses> started = await ReadyProcess<Addresses>.StartAsync(
            "dotnet",
            [
                Program, $"--wallet={new Uri(backEnds, "portefeuille/")}", $"--sms={new Uri(backEnds, "sms/")}", $"--mail={new Uri(backEnds, "courriel/")}",
                $"--rules={Path.Combine(Repository.Fixtures, "rules")}", $"--server-certificates={certificates}", $"--server-key={key}",
                $"--trusted-roots={roots}", $"--intermediates={intermediates}",
            ],
            line => line.StartsWith('{') ? JsonSerializer.Deserialize<Addresses>(line, JsonSerializerOptions.Web) : null,
            StartLimit,
            (_, said) => new InvalidOperationException($"The reference did not start. It said:\n{said}"),

            // .NET keeps revocation lists in its home; this run has its own.
            new Dictionary<string, string?> { ["HOME"] = folder, ["DOTNET_CLI_HOME"] = folder });
        return new(started.Process, started.Said) { Log = started.Log };
    }

    /// <summary>What it has logged so far.</summary>
    public IReadOnlyCollection<string> Log { get; private init; } = [];

    private static string Program
    {
        get
        {
            // Beside this program, in the folder of the same build.
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            string path = Path.Combine(here.Parent!.Parent!.FullName, "CardConformance.Reference", here.Name, "CardConformance.Reference.dll");
            return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: build the solution.", path);
        }
    }

    /// <summary>Moves one person's time forward; nobody else's moves.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="by">How far.</param>
    public async Task AdvanceTimeAsync(string identifiantNational, TimeSpan by)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("temps", new { personne = identifiantNational, avance = by.ToString() });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets another version of the rule for activations without a card hold for one person.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="version">Name of the version, for example <c>2020</c>.</param>
    public async Task ChooseRuleAsync(string identifiantNational, string version)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("regles", new { personne = identifiantNational, version });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets Pro Santé Connect's protocol side in: it may lead browsers to the login page and back, and ask who logged in.</summary>
    /// <param name="addresses">Where browsers may be led back to: everything below these.</param>
    /// <param name="secret">What it shows with each question.</param>
    internal async Task IntroduceProSanteConnectAsync(IReadOnlyList<string> addresses, string secret)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("prosanteconnect", new { adresses = addresses, secret });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops one person's clock: from now on it goes forward by <see cref="AdvanceTimeAsync"/> only, so that a limit can be met exactly.</summary>
    /// <param name="identifiantNational">The person.</param>
    public async Task StopTimeAsync(string identifiantNational)
    {
        using HttpResponseMessage response = await _control.PostAsJsonAsync("temps", new { personne = identifiantNational, arret = true });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>One person's time.</summary>
    /// <param name="identifiantNational">The person.</param>
    public async Task<DateTimeOffset> TimeOfAsync(string identifiantNational)
    {
        JsonNode? time = await _control.GetFromJsonAsync<JsonNode>($"temps?personne={Uri.EscapeDataString(identifiantNational)}");
        return (DateTimeOffset)time!["maintenant"]!;
    }

    /// <summary>Stops it and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _process.DisposeAsync();
    }

    private static async Task<string> WriteAsync(string folder, string name, X509Certificate2Collection certificates)
    {
        string file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, certificates.ExportCertificatePems());
        return file;
    }

    private sealed record Addresses(Uri Portal, Uri Telephone, Uri Card, Uri Control, ObservedProduct Product);
}
