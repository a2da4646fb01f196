using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Targets;

/// <summary>The system under test while a run goes on: a process of its own that knows its back ends by address only.</summary>
public sealed class RunningTarget : IAsyncDisposable
{
    private readonly SupervisedProcess? _process;
    private readonly IReadOnlyCollection<string> _said;
    private readonly HttpClient? _control;

    private RunningTarget(Target description, TargetAddresses addresses, SupervisedProcess? process, IReadOnlyCollection<string> said)
    {
        Description = description;
        Addresses = addresses;
        _process = process;
        _said = said;
        _control = addresses.Control is null ? null : new HttpClient { BaseAddress = addresses.Control };
    }

    /// <summary>What it is.</summary>
    public Target Description { get; }

    /// <summary>Where it is.</summary>
    public TargetAddresses Addresses { get; }

    /// <summary>What was tested: what it says itself, else what its file says.</summary>
    public TestedProduct Product => Addresses.Product ?? new(Description.Name, Description.Version, Observed: false);

    /// <summary>Where it asks for cards.</summary>
    /// <exception cref="InvalidOperationException">It never does.</exception>
    public Uri CardPort => Addresses.Card ?? throw new InvalidOperationException($"{Description.Name} has no address for cards");

    /// <summary>What it has logged so far; empty when it does not show its log.</summary>
    public IReadOnlyCollection<string> Log => Description switch
    {
        _ when Description.WhyNot(Capability.Log) is not null => [],
        { LogFile: { } file } => File.ReadAllLines(file),
        _ => _said,
    };

    /// <summary>Whether it has ended, when it was started by us.</summary>
    public bool HasEnded => _process is { HasEnded: true };

    /// <summary>Starts it and waits until it says where it is; one that runs already is taken as it is.</summary>
    /// <param name="description">What it is.</param>
    /// <param name="backEnds">Where its back ends are.</param>
    /// <param name="authority">Whose cards it is to trust, and who certifies its port for cards.</param>
    /// <param name="folder">Folder for its certificates and home; nobody else may read it.</param>
    /// <exception cref="TargetException">It did not start; the message holds what it said.</exception>
    public static async Task<RunningTarget> StartAsync(Target description, Uri backEnds, TestAuthority authority, string folder)
    {
        if (description.Start is not { } start)
        {
            return new(description, description.Addresses!, null, []);
        }

        IReadOnlyList<string> line = start.Fill(await PrepareAsync(description, backEnds, authority, folder));
        var limit = TimeSpan.FromSeconds(start.Seconds);
        try
        {
            ReadyProcess<TargetAddresses> started = await ReadyProcess<TargetAddresses>.StartAsync(
                line[0],
                [.. line.Skip(1)],
                ReadAddresses,
                limit,
                (ended, said) => new TargetException([NotStarted(description, line[0], ended ? "ended at once" : $"did not say within {start.Seconds} s where it is", said)]),

                // .NET keeps revocation lists in its home; this run has its own.
                new Dictionary<string, string?> { ["HOME"] = folder, ["DOTNET_CLI_HOME"] = folder });
            return new(description, started.Said, started.Process, started.Log);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new TargetException([NotStarted(description, line[0], $"cannot be started: {failure.Message}", "")]);
        }
    }

    /// <summary>Starts the built-in reference.</summary>
    /// <inheritdoc cref="StartAsync(Target, Uri, TestAuthority, string)"/>
    public static Task<RunningTarget> StartReferenceAsync(Uri backEnds, TestAuthority authority, string folder) =>
        StartAsync(Target.Load(Target.ReferenceFile), backEnds, authority, folder);

    // What it needs from us lies in the folder; the placeholders of its arguments say where.
    private static async Task<Dictionary<string, string>> PrepareAsync(Target description, Uri backEnds, TestAuthority authority, string folder)
    {
        using X509Certificate2 certificate = ServerCertificate.ForThisMachine(authority);
        X509Certificate2Collection chain = [certificate, authority.PublicPartOf(TestAuthority.Organisations)];
        return new()
        {
            ["wallet"] = new Uri(backEnds, "portefeuille/").ToString(),
            ["sms"] = new Uri(backEnds, "sms/").ToString(),
            ["mail"] = new Uri(backEnds, "courriel/").ToString(),
            ["rules"] = Path.Combine(Repository.Fixtures, "rules"),
            ["rights"] = Repository.Fixtures,
            ["serverCertificates"] = await WriteAsync(folder, "server.pem", chain.ExportCertificatePems()),
            ["serverKey"] = await WriteAsync(folder, "server.key", certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()),
            ["trustedRoots"] = await WriteAsync(folder, "roots.pem", authority.Roots.ExportCertificatePems()),
            ["intermediates"] = await WriteAsync(folder, "intermediates.pem", authority.Intermediates.ExportCertificatePems()),
            ["reference"] = ReferenceProgram,
            ["folder"] = Path.GetDirectoryName(description.File)!,
        };
    }

    private static TargetAddresses? ReadAddresses(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        TargetAddresses? said = JsonSerializer.Deserialize<TargetAddresses>(line, JsonSerializerOptions.Web);
        return said is { Portal: not null, Telephone: not null } ? said : null;
    }

    private static string NotStarted(Target description, string program, string problem, string said) =>
        $"{description.File}, $.start: {program} {problem}. It said:\n{said}";

    private static string ReferenceProgram
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
        using HttpResponseMessage response = await Control.PostAsJsonAsync("temps", new { personne = identifiantNational, avance = by.ToString() });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets another version of the rule for activations without a card hold for one person.</summary>
    /// <param name="identifiantNational">The person.</param>
    /// <param name="version">Name of the version, for example <c>2020</c>.</param>
    public async Task ChooseRuleAsync(string identifiantNational, string version)
    {
        using HttpResponseMessage response = await Control.PostAsJsonAsync("regles", new { personne = identifiantNational, version });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets Pro Santé Connect's protocol side in: it may lead browsers to the login page and back, and ask who logged in.</summary>
    /// <param name="addresses">Where browsers may be led back to: everything below these.</param>
    /// <param name="secret">What it shows with each question.</param>
    internal async Task IntroduceProSanteConnectAsync(IReadOnlyList<string> addresses, string secret)
    {
        using HttpResponseMessage response = await Control.PostAsJsonAsync("prosanteconnect", new { adresses = addresses, secret });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops one person's clock: from now on it goes forward by <see cref="AdvanceTimeAsync"/> only, so that a limit can be met exactly.</summary>
    /// <param name="identifiantNational">The person.</param>
    public async Task StopTimeAsync(string identifiantNational)
    {
        using HttpResponseMessage response = await Control.PostAsJsonAsync("temps", new { personne = identifiantNational, arret = true });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>One person's time.</summary>
    /// <param name="identifiantNational">The person.</param>
    public async Task<DateTimeOffset> TimeOfAsync(string identifiantNational)
    {
        JsonNode? time = await Control.GetFromJsonAsync<JsonNode>($"temps?personne={Uri.EscapeDataString(identifiantNational)}");
        return (DateTimeOffset)time!["maintenant"]!;
    }

    /// <summary>Stops it and waits until it has ended, if it was started by us.</summary>
    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private HttpClient Control => _control ?? throw new InvalidOperationException($"{Description.Name} has no address for its control");

    private static async Task<string> WriteAsync(string folder, string name, string text)
    {
        string file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
