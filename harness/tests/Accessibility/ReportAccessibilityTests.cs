using CardConformance.Harness.Accessibility;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Tests.Certification;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Accessibility;

/// <summary>What is asked of every product's screens holds for the report itself: both views, both languages, light and dark, wide and narrow.</summary>
[NonParallelizable]
public sealed class ReportAccessibilityTests
{
    private const int Narrow = 390;

    private static BrowserHost? _browsers;
    private static RecordedRun? _run;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _browsers = await BrowserHost.StartAsync();
        _run = Record();
        RunReport.Write(_run.Load());
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        _run?.Dispose();
        await (_browsers?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task Everybody_can_read_it(
        [Values("index.html", "index.en.html", "summary.html", "summary.en.html")] string file, [Values] bool dark, [Values] bool narrow)
    {
        await using IBrowserContext context = await _browsers!.NewDesktopAsync();
        IPage page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(narrow ? Narrow : 1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(new Uri(Path.Combine(_run!.Folder.Path, "report", file)).AbsoluteUri);

        // What is folded away has to be readable once it is unfolded.
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        IReadOnlyList<AxeViolation> violations = await AxeCore.RunAsync(page);
        Assert.That(violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"), Is.Empty);
        Assert.That(
            await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(one).clipPath === 'none')
                    .slice(0, 3).map(one => one.outerHTML.slice(0, 120))
                """),
            Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(narrow ? Narrow : 1280));
    }

    [Test]
    public async Task Box_that_is_not_ticked_hides_its_kind_without_a_script()
    {
        await using IBrowserContext context = await _browsers!.NewDesktopAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(_run!.Folder.Path, "report", "index.en.html")).AbsoluteUri);
        ILocator card = page.Locator("#produit .timeline .card").First;
        ILocator mail = page.Locator("#produit .timeline .mail").First;
        Assert.That((await card.IsVisibleAsync(), await mail.IsVisibleAsync()), Is.EqualTo((true, true)));
        await page.Locator("#show-card").UncheckAsync();
        Assert.That((await card.IsVisibleAsync(), await mail.IsVisibleAsync()), Is.EqualTo((false, true)));
    }

    // One of each that a report can hold, with words as long as they come.
    private static RecordedRun Record()
    {
        var run = new RecordedRun(runnerExitCode: 1);
        RunResult.Describe(run.Folder, RecordedRun.Info with
        {
            RunnerExitCode = 1,
            Version = "0.1.0+0123456789abcdef0123456789abcdef01234567",
            Plan = "socle",
            PlanRevision = new string('r', 120),
            Machine = new string('m', 90),
            Tags = ["A_01 or A_07 and not (B_01 or B_02)"],
            NotApplicable = new Dictionary<string, string> { ["B_15"] = "le produit n'offre pas l'activation sans carte" },
        });
        using (ScenarioEvidence evidence = run.Begin("reussite", "A_01"))
        {
            evidence.Add(Picture(40, 30), "ordinateur", "Portail", "portail");
            evidence.Add(RecordedRun.Step(1));
            evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
        }

        using (ScenarioEvidence evidence = run.Begin("produit", "A_07"))
        {
            evidence.Add(RecordedRun.Exchange(0.4, "00 A4 04 0C 06 A0 00 00 00 18 0F", string.Join(' ', Enumerable.Repeat("AB", 200)) + " 90 00"));
            evidence.Add(new PageAsked("ordinateur", "GET", "localhost:43211/" + new string('a', 200), 200) { Time = RecordedRun.After(0.5) });
            evidence.Add(new BackEndAsked(Channel.Wallet, "GET", "/portefeuille/porteurs/899700000013") { Time = RecordedRun.After(0.6) });
            evidence.Add(new BackEndAsked(Channel.Mail, "POST", "/courriel/messages") { Time = RecordedRun.After(0.7) });
            evidence.Add(new BackEndAsked(Channel.Sms, "POST", "/sms/messages") { Time = RecordedRun.After(0.8) });
            evidence.Add(new Remark("Accessibilité de l'écran vérifiée."));
            evidence.Add(Picture(40, 30), "ordinateur", "Autre écran", "autre");
            evidence.Add(RecordedRun.Step(1, "il voit l'écran « Portail »", "écran attendu : « Portail »") with { Mismatch = new("« Portail »", $"« {new string('v', 300)} »", "portail") });
            evidence.End(new ScenarioEnded(false, $"écran attendu : « Portail » ; vu : {new string('v', 300)}", "attendu") { Time = RecordedRun.After(2) });
        }

        run.Fail("configuration", "net::ERR_CERT_AUTHORITY_INVALID", "adresse");
        run.Fail("harnais", "WireMock a disparu", "panne");
        run.GiveUp("impossible", "le produit ne montre pas son journal");
        run.Kill("interrompu");
        return run;
    }

    private static byte[] Picture(int width, int height) => Png.Encode(Enumerable.Repeat((byte)90, 4 * width * height).ToArray(), width, height);
}
