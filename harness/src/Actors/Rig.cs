using System.Collections.Concurrent;
using CardConformance.Harness.Accessibility;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Leaks;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;
using Microsoft.Playwright;

namespace CardConformance.Harness.Actors;

/// <summary>
/// What all scenarios of a run share: readers, stand-ins, the system under test, the browser. Started once, stopped at the end;
/// nothing of it outlives this process.
/// </summary>
public sealed class Rig : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly PcscDaemon _pcscd;
    private readonly BlockingCollection<int> _freeSlots = [];
    private readonly SemaphoreSlim _second = new(1);
    private readonly Lazy<Task<(ProSanteConnectServer Provider, ExampleService? Example)>> _proSanteConnect;
    private readonly TestedService? _service;

    private Rig(
        DirectoryInfo folder, TestAuthority authority, PcscDaemon pcscd, WireMockServer standIns, RunningTarget target,
        BrowserHost browsers, Population population, bool keepsTraces, TestedService? service)
    {
        _service = service;
        _proSanteConnect = new(StartProSanteConnectAsync);
        KeepsTraces = keepsTraces;
        _folder = folder;
        _pcscd = pcscd;
        Authority = authority;
        StandIns = standIns;
        Target = target;
        Browsers = browsers;
        Population = population;
        for (int slot = 0; slot < pcscd.SlotSockets.Count; slot++)
        {
            _freeSlots.Add(slot);
        }
    }

    /// <summary>Who issues the cards.</summary>
    public TestAuthority Authority { get; }

    /// <summary>The back ends.</summary>
    public WireMockServer StandIns { get; }

    /// <summary>The system under test.</summary>
    public RunningTarget Target { get; }

    /// <summary>Pro Santé Connect's protocol side, started when first needed.</summary>
    public async Task<ProSanteConnectServer> ProSanteConnectAsync() => (await _proSanteConnect.Value).Provider;

    /// <summary>The service that people log in to by Pro Santé Connect: somebody's, or else the example service, started when first needed.</summary>
    public async Task<TestedService> ServiceAsync() => (await _proSanteConnect.Value).Example?.Service ?? _service!;

    /// <summary>The example service, where it is the one under test.</summary>
    /// <exception cref="InvalidOperationException">Another service is under test.</exception>
    public async Task<ExampleService> ExampleServiceAsync() =>
        (await _proSanteConnect.Value).Example ?? throw new InvalidOperationException($"{_service!.Name} is under test, not the example service");

    /// <summary>The browser without a screen.</summary>
    public BrowserHost Browsers { get; }

    /// <summary>Who lives in this run.</summary>
    public Population Population { get; }

    /// <summary>What of those people is looked for where it must not be.</summary>
    public Canaries Canaries { get; } = new();

    /// <summary>Whether browsers record all that happens in them, for scenarios that fail.</summary>
    public bool KeepsTraces { get; }

    /// <summary>Looks at each screen of the run once.</summary>
    public AccessibilityCheck Accessibility { get; } = new();

    internal string NssDatabaseFolder => Path.Combine(_folder.FullName, "nssdb");

    internal string NssDatabaseWithoutCardsFolder => Path.Combine(_folder.FullName, "nssdb-without-cards");

    internal string OpensslConfiguration => Path.Combine(_folder.FullName, "openssl.cnf");

    internal string TrustedRoots => Path.Combine(_folder.FullName, "roots.pem");

    /// <summary>Starts everything.</summary>
    /// <param name="workers">Scenarios that run at the same time, 1 to 16: each has a reader of its own.</param>
    /// <param name="seed">What all invented names and numbers follow from.</param>
    /// <param name="keepsTraces">Whether browsers record all that happens in them, which takes a quarter more time.</param>
    /// <param name="service">The service under test, which runs already; or <see langword="null"/> for the example service.</param>
    public static async Task<Rig> StartAsync(int workers, int seed, bool keepsTraces = false, TestedService? service = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-rig-");
        TestAuthority authority = CardIssuing.OpenAuthority();
        List<IAsyncDisposable> started = [];
        try
        {
            Task<WireMockServer> wireMock = Keep(WireMockServer.StartAsync(CacheFolder.Path, Targets.Target.OfThisRun.BackEndPort));
            Task<PcscDaemon> pcscd = Keep(PcscDaemon.StartAsync(new() { Readers = Math.Min(workers + 1, PcscDaemon.MaxReaders) }));
            Task<BrowserHost> browsers = Keep(BrowserHost.StartAsync());
            Task nss = NssDatabase.CreateAsync(Path.Combine(folder.FullName, "nssdb"), authority.Roots);
            Task nssWithoutCards = NssDatabase.CreateAsync(Path.Combine(folder.FullName, "nssdb-without-cards"), authority.Roots, knowsCards: false);
            Task<RunningTarget> target = Keep(StartTargetAsync(wireMock, authority, folder));
            CardTlsClient.WriteOpensslConfiguration(Path.Combine(folder.FullName, "openssl.cnf"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "roots.pem"), authority.Roots.ExportCertificatePems());
            await Task.WhenAll(wireMock, pcscd, browsers, nss, nssWithoutCards, target);
            NativeEnvironment.Set(PcscDaemon.SocketVariable, (await pcscd).ClientSocket);
            var population = new Population(new CardIssuer(authority, CacheFolder.Path), authority, seed);
            return new(folder, authority, await pcscd, await wireMock, await target, await browsers, population, keepsTraces, service);
        }
        catch
        {
            started.Reverse();
            foreach (IAsyncDisposable part in started)
            {
                await part.DisposeAsync();
            }

            folder.Delete(recursive: true);
            throw;
        }

        async Task<T> Keep<T>(Task<T> starting)
            where T : IAsyncDisposable
        {
            T part = await starting;
            lock (started)
            {
                started.Add(part);
            }

            return part;
        }
    }

    /// <summary>A place to work, with a reader that nobody else uses until it is given back.</summary>
    /// <param name="evidence">Where its exchanges and pictures go.</param>
    public Workstation TakeWorkstation(Evidence.ScenarioEvidence evidence)
    {
        CardReader reader = TakeReader(evidence, () => { });
        return new(this, reader, MiddlewareEnvironment(reader.Slot), evidence);
    }

    /// <summary>The place where somebody else works, for a scenario that has one already.</summary>
    /// <param name="evidence">Where its exchanges and pictures go.</param>
    public Workstation TakeSecondWorkstation(Evidence.ScenarioEvidence evidence)
    {
        CardReader reader = TakeSecondReader(evidence);
        return new(this, reader, MiddlewareEnvironment(reader.Slot), evidence);
    }

    /// <summary>Begins the record of what happens in a browser, if the run keeps any.</summary>
    /// <param name="context">The browser's profile.</param>
    internal Task RecordAsync(IBrowserContext context) =>
        KeepsTraces ? context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true }) : Task.CompletedTask;

    /// <summary>Another reader for a scenario that has one.</summary>
    /// <param name="evidence">Where its exchanges go.</param>
    public CardReader TakeSecondReader(Evidence.ScenarioEvidence evidence)
    {
        // One at a time: if all held one reader and waited for another, nobody would ever get it.
        _second.Wait();
        return TakeReader(evidence, () => _second.Release());
    }

    /// <summary>What of ours is gone and should not be, in a few words; <see langword="null"/> while all is there.</summary>
    public string? FindBrokenPart() => this switch
    {
        { StandIns.HasEnded: true } => "WireMock, which stands in for the back ends, has ended",
        { _pcscd.Ended.IsCompleted: true } => "pcscd has ended",
        { Browsers.IsRunning: false } => "the browser has ended",
        _ => null,
    };

    /// <summary>Stops everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await Browsers.DisposeAsync();
        if (_proSanteConnect.IsValueCreated)
        {
            (ProSanteConnectServer provider, ExampleService? example) = await _proSanteConnect.Value;
            await (example?.DisposeAsync() ?? ValueTask.CompletedTask);
            await provider.DisposeAsync();
        }

        await Target.DisposeAsync();
        await StandIns.DisposeAsync();
        await _pcscd.DisposeAsync();
        _freeSlots.Dispose();
        _second.Dispose();
        _folder.Delete(recursive: true);
    }

    private CardReader TakeReader(Evidence.ScenarioEvidence evidence, Action givenBack)
    {
        int slot = _freeSlots.Take();
        return new(slot, _pcscd.SlotSockets[slot], evidence, () =>
        {
            _freeSlots.Add(slot);
            givenBack();
        });
    }

    private async Task<(ProSanteConnectServer Provider, ExampleService? Example)> StartProSanteConnectAsync()
    {
        ProSanteConnectServer provider =
            await ProSanteConnectServer.StartAsync(Target, Authority, _folder.CreateSubdirectory("pro-sante-connect").FullName, _service?.Issuer);
        ExampleService? example = null;
        try
        {
            example = _service is null ? await ExampleService.StartAsync(provider.Issuer) : null;
            await provider.RegisterAsync((example?.Service ?? _service!).Registration);
            return (provider, example);
        }
        catch
        {
            await (example?.DisposeAsync() ?? ValueTask.CompletedTask);
            await provider.DisposeAsync();
            throw;
        }
    }

    private static async Task<RunningTarget> StartTargetAsync(Task<WireMockServer> wireMock, TestAuthority authority, DirectoryInfo folder) =>
        await RunningTarget.StartAsync(Targets.Target.OfThisRun, (await wireMock).Address, authority, folder.CreateSubdirectory("target").FullName);

    /// <summary>Where the middleware of a workstation without any reader looks.</summary>
    /// <param name="slot">The slot that the workstation would have.</param>
    internal IReadOnlyDictionary<string, string> EnvironmentWithoutReader(int slot) => MiddlewareEnvironment(slot, hasReader: false);

    private Dictionary<string, string> MiddlewareEnvironment(int slot, bool hasReader = true)
    {
        string configuration = Path.Combine(_folder.FullName, $"opensc{slot}.conf");
        OpenSc.WriteConfiguration(
            configuration,
            Enumerable.Range(0, _pcscd.SlotSockets.Count).Where(other => other != slot || !hasReader).Select(PcscDaemon.ReaderName));
        return new()
        {
            [PcscDaemon.SocketVariable] = _pcscd.ClientSocket,
            [OpenSc.ConfigurationVariable] = configuration,
        };
    }
}
