using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>Logins with the card at the reference's port for cards, as scenarios make them, beside the same request without a card.</summary>
internal sealed partial class TlsMeasurement : IMeasurement
{
    private static readonly TimeSpan CardLimit = TimeSpan.FromSeconds(20);

    public string Name => "tls";

    public string Question => "How many TLS logins with the card per second?";

    public string? MissingCapability => NativePrograms.Missing;

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        await using StartedParts parts = new();
        TemporaryFolder folder = parts.Add(new TemporaryFolder());
        TestAuthority authority = CardIssuing.OpenAuthority();
        await progress.WriteLineAsync("  starting the reference");
        WireMockServer backEnds = parts.Add(await WireMockServer.StartAsync(CacheFolder.Path));
        RunningTarget reference = parts.Add(await RunningTarget.StartReferenceAsync(backEnds.Address, authority, folder[""]));
        PcscDaemon pcscd = parts.Add(await PcscDaemon.StartAsync(new()));
        var population = new Population(new CardIssuer(authority, CacheFolder.Path), authority, seed: 1);
        Person person = await population.CreateAsync(Role.Named("un médecin"), Name, parts.Add(new StandIn(backEnds)));
        parts.Add(new InsertedCards([ReaderLink.Insert(pcscd.SlotSockets[0], person.Card)]));
        Dictionary<string, string> variables = await PrepareMiddlewareAsync(pcscd, folder);
        CardTlsClient.WriteOpensslConfiguration(folder["openssl.cnf"]);
        await File.WriteAllTextAsync(folder["trusted.pem"], authority.Roots.ExportCertificatePems(), stop);
        var software = new CardTlsClient(variables, folder["openssl.cnf"], folder["trusted.pem"]);
        var address = new Uri(reference.CardPort, "connexion");
        Func<TimeSpan, Task<double>>[] measured =
        [
            span => PerSecondAsync(() => LogInAsync(software, address, person), span),
            span => PerSecondAsync(() => AskWithoutCardAsync(address, folder["trusted.pem"]), span),
        ];
        await ExpectOwnPageAsync(software, reference.Addresses.Portal, person);
        await progress.WriteLineAsync("  in turn");
        await Turns.TakeAsync(pace with { Rounds = 1 }, pace.Span, Turns.Second, stop, measured);
        IReadOnlyList<IReadOnlyList<double>> samples = await Turns.TakeAsync(pace, pace.Span, Turns.Second, stop, measured);
        await ExpectOwnPageAsync(software, reference.Addresses.Portal, person);
        return
        [
            new()
            {
                Id = "tls-logins",
                What = "TLS 1.2 logins with the card at the reference, by curl through OpenSSL and OpenSC, one after the other",
                Unit = "logins/s",
                Samples = samples[0],
                BesideName = "the same request without a card",
                Beside = samples[1],
                Remark = "A process for each login, as in scenarios; most of its time OpenSC reads the card. Each has to open a session, the first and the last that of the card's holder.",
            },
        ];
    }

    private static async Task<Dictionary<string, string>> PrepareMiddlewareAsync(PcscDaemon pcscd, TemporaryFolder folder)
    {
        OpenSc.WriteConfiguration(folder["opensc.conf"], []);
        var variables = new Dictionary<string, string>
        {
            [PcscDaemon.SocketVariable] = pcscd.ClientSocket,
            [OpenSc.ConfigurationVariable] = folder["opensc.conf"],
            ["LC_ALL"] = "C.UTF-8",
        };

        // A process of its own waits for the card: libpcsclite finds one pcscd per process, and other measurements have others.
        await using MeasuringClient waiting = await MeasuringClient.StartAsync("pcsc", variables, "transmit", PcscDaemon.ReaderName(0));
        await waiting.PrepareAsync([]).WaitAsync(CardLimit);
        return variables;
    }

    private static async Task<Uri> LogInAsync(CardTlsClient software, Uri address, Person person)
    {
        CardTlsAnswer answer = await software.GetAsync(address, person.Profile.TokenLabel, person.CodePorteur);
        return answer is { Outcome: CardTlsOutcome.Answered, Location: { AbsolutePath: "/connexion/retour" } session }
            ? session
            : throw new InvalidOperationException($"the login opened no session: {answer.Outcome}, {answer.Status} {answer.Location?.AbsolutePath} {answer.Message}");
    }

    // The whole way of a login, from the portal's page and back to it, to see whose session it is.
    private static async Task ExpectOwnPageAsync(CardTlsClient software, Uri portal, Person person)
    {
        using var browser = new HttpClient { BaseAddress = portal };
        string page = await browser.GetStringAsync(new Uri("connexion", UriKind.Relative));
        Uri address = new(WebUtility.HtmlDecode(CardAddress().Match(page).Groups[1].Value));
        string own = await browser.GetStringAsync(await LogInAsync(software, address, person));
        if (!own.Contains(person.IdentifiantNational, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("the session is not that of the card's holder");
        }
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"[^>]* data-carte")]
    private static partial Regex CardAddress();

    private static async Task AskWithoutCardAsync(Uri address, string roots)
    {
        ProgramResult result = await new ProgramRun("curl", "--silent", "--show-error", "--cacert", roots, "--output", "/dev/null", address.ToString()).RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"the reference does not answer: {result.Errors}");
        }
    }

    private static async Task<double> PerSecondAsync(Func<Task> once, TimeSpan span)
    {
        int count = 0;
        long start = Stopwatch.GetTimestamp();
        do
        {
            await once();
            count++;
        }
        while (Stopwatch.GetElapsedTime(start) < span);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
