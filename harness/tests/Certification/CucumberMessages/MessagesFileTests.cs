using System.Text.Json;
using CardConformance.Harness.Browsers;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Certification.CucumberMessages;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;
using CardConformance.Harness.Middleware;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Certification.CucumberMessages;

/// <summary>A run as Cucumber Messages: by Cucumber's own schema, and as Cucumber's own formatter shows it.</summary>
public sealed class MessagesFileTests : IDisposable
{
    private const string Feature =
        """"
        # language: fr
        @suite
        Fonctionnalité: Activer son e-CPS
          Quelques mots.

          Contexte:
            Étant donné un médecin

          @A_01
          Scénario: Réussite
            Quand il se connecte
              """
              un <texte>
              """
            Alors il voit
              | écran   |
              | Portail |

          @A_01
          Plan du Scénario: Chaque carte
            Quand il insère une carte de <métier>
            Alors elle est lue

            @A_07
            Exemples:
              | métier    | génération |
              | médecin   | CPS3       |
              | infirmier | CPS4       |

          Règle: Ce qui échoue

            @A_05
            Scénario: Échec
              Quand il se trompe
              Alors il voit son erreur

            @A_05
            Scénario: Contrôle
              Quand il se trompe

            @A_05
            Scénario: Arrêt
              Quand il attend
              Alors il voit

        """";

    private readonly RecordedRun _run = new(runnerExitCode: 1);

    private string File => Path.Combine(_run.Folder.Path, "messages.ndjson");

    private string Html => Path.Combine(_run.Folder.Path, "cucumber.html");

    public void Dispose() => _run.Dispose();

    [Test]
    public async Task Cucumber_s_formatter_shows_each_scenario_with_its_statuses_and_pictures()
    {
        Keep();
        Record();
        Write();
        ProgramResult made = await FormatAsync();
        Assert.That(made.Errors, Is.Empty);
        Assert.That(made.ExitCode, Is.Zero);

        await using BrowserHost browser = await BrowserHost.StartAsync();
        await using IBrowserContext context = await browser.NewDesktopAsync();
        IPage page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(Html).AbsoluteUri);
        await page.GetByText("(3 / 7) passed").WaitForAsync();
        foreach (ILocator closed in await page.Locator("button[aria-expanded=false]").AllAsync())
        {
            await closed.ClickAsync();
        }

        await page.GetByRole(AriaRole.Heading, new() { Name = "Venu d'ailleurs" }).WaitForAsync();
        string[] shown = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('section')]
                .map(section => [section.querySelector('h1, h2')?.innerText.match(/^(?:Plan du )?Scénario: *(.*)$/)?.[1], section])
                .filter(([title]) => title)
                .map(([title, section]) => [title, ...[...section.querySelectorAll('li[data-status]')].map(step => step.dataset.status)].join(' '))
            """);
        Assert.That(
            shown,
            Is.EqualTo(
            [
                "Réussite PASSED PASSED PASSED",
                "Chaque carte PASSED PASSED PASSED PASSED PASSED FAILED",
                "Échec PASSED FAILED SKIPPED",
                "Contrôle PASSED PASSED FAILED",
                "Arrêt PASSED FAILED SKIPPED",
                "Ailleurs PASSED",
            ]));
        string[] pictures = await page.EvaluateAsync<string[]>(
            """
            async () => {
                document.querySelectorAll('details').forEach(details => details.open = true);
                await Promise.all([...document.images].map(image => image.decode()));
                return [...document.images].map(image => `${image.naturalWidth}x${image.naturalHeight}`);
            }
            """);
        Assert.That(pictures, Is.EqualTo(["40x30"]));
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Line_that_breaks_the_schema_is_told()
    {
        Record();
        Write();
        await System.IO.File.AppendAllTextAsync(File, "{\"testStepFinished\":{}}\n");
        ProgramResult made = await FormatAsync();
        Assert.That(made.Errors, Does.Contain("/testStepFinished must have required property 'testStepResult'"));
        Assert.That(made.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void Scenario_is_that_of_the_feature_file_with_the_values_of_its_example()
    {
        Keep();
        Record();
        JsonElement pickle = Messages("pickle").Single(one => Text(one, "id") == "chaque-infirmier");
        Assert.That(Text(pickle, "uri"), Is.EqualTo("features/activer.feature"));
        Assert.That(pickle.GetProperty("location").GetProperty("line").GetInt32(), Is.EqualTo(28));
        Assert.That(
            pickle.GetProperty("steps").EnumerateArray().Select(step => Text(step, "text")),
            Is.EqualTo(["un médecin", "il insère une carte de infirmier", "elle est lue"]));
        Assert.That(pickle.GetProperty("tags").EnumerateArray().Select(tag => Text(tag, "name")), Is.EqualTo(["@suite", "@A_01", "@A_07"]));
    }

    [Test]
    public void Every_id_is_given_once_and_every_id_that_is_named_was_given()
    {
        Keep();
        Record();
        List<string> given = [];
        List<string> named = [];
        foreach (JsonElement message in Messages())
        {
            Collect(message, given, named);
        }

        Assert.That(given, Is.Unique);
        Assert.That(named.Except(given), Is.Empty);
        Assert.That(named, Has.Count.GreaterThan(50));
    }

    [Test]
    public void Pictures_are_named_and_not_held()
    {
        Record();
        JsonElement picture = Messages("attachment").Single(one => Text(one, "mediaType") == "image/png");
        Assert.That(Text(picture, "body"), Is.Empty);
        Assert.That(System.IO.File.Exists(Path.Combine(_run.Folder.Path, Uri.UnescapeDataString(Text(picture, "url")))), Is.True);
        Assert.That(Text(Messages("attachment").Single(one => Text(one, "mediaType") == "text/plain"), "body"), Is.EqualTo("vu de près"));
    }

    [Test]
    public void Scenario_that_never_ended_is_red_where_it_was_stopped()
    {
        Keep();
        Record();
        Assert.That(Results("arret"), Is.EqualTo(["PASSED ", "FAILED Le scénario a été interrompu.", "SKIPPED ", "SKIPPED "]));
        Assert.That(Messages("testCaseFinished").Count(), Is.EqualTo(7));
    }

    [Test]
    public void Failure_after_the_steps_is_that_of_the_checks()
    {
        Keep();
        Record();
        Assert.That(Results("controle"), Is.EqualTo(["PASSED ", "PASSED ", "FAILED un code est dans le journal"]));
    }

    [Test]
    public void Steps_after_a_failure_are_skipped()
    {
        Keep();
        Record();
        Assert.That(Results("echec"), Is.EqualTo(["PASSED ", "FAILED faux", "SKIPPED ", "SKIPPED "]));
    }

    [Test]
    public void Scenario_that_the_feature_file_has_otherwise_is_written_from_the_evidence()
    {
        Keep();
        Play("reussite", "Réussite", true, null, "un médecin", "il se connecte au portail");
        JsonElement source = Messages("source").Single();
        Assert.That(Text(source, "uri"), Is.EqualTo("scenarios/1.feature"));
        Assert.That(Text(source, "data"), Does.EndWith(
            "Fonctionnalité: Activer son e-CPS\n\n  @A_01\n  Scénario: Réussite\n    Étant donné un médecin\n    Étant donné il se connecte au portail\n"));
    }

    [Test]
    public void Scenario_of_which_nothing_is_known_is_red_too()
    {
        string folder = Path.Combine(_run.Folder.Scenarios, "tue");
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "events.ndjson"), "{\"kind\":\"scen");
        Assert.That(Results("tue"), Is.EqualTo(["FAILED Le scénario a été interrompu."]));
    }

    [TestCase(0, true)]
    [TestCase(null, false)]
    public void Run_has_succeeded_when_it_conforms(int? runnerExitCode, bool success)
    {
        using var run = new RecordedRun(runnerExitCode);
        run.Pass("a", "A_01");
        RunReport.Write(run.Load());
        string last = System.IO.File.ReadLines(Path.Combine(run.Folder.Path, "messages.ndjson")).Last();
        Assert.That(last, Does.StartWith("{\"testRunFinished\":").And.Contain($"\"success\":{(success ? "true" : "false")}"));
    }

    [Test]
    public void Made_again_it_is_the_same()
    {
        Keep();
        Record();
        Write();
        string first = System.IO.File.ReadAllText(File);
        Write();
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo(first));
    }

    [Test]
    public void Run_keeps_its_features_and_those_of_another_folder()
    {
        using var others = new RecordedRun();
        System.IO.File.WriteAllText(Path.Combine(others.Folder.Scenarios, "essai.feature"), Feature);
        RunFeatures.Keep(_run.Folder, others.Folder.Scenarios);
        string folder = Path.Combine(_run.Folder.Path, "features");
        Assert.That(System.IO.File.ReadAllText(Path.Combine(folder, "others", "essai.feature")), Is.EqualTo(Feature));
        Assert.That(
            FeatureFiles.In(folder, _run.Folder.Path).Where(file => !file.Path.Contains("/others/", StringComparison.Ordinal)),
            Is.EqualTo(FeatureFiles.All()));
    }

    private void Keep()
    {
        string folder = Path.Combine(_run.Folder.Path, "features");
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "activer.feature"), Feature.ReplaceLineEndings("\n"));
    }

    private void Write() => RunReport.Write(_run.Load());

    private Task<ProgramResult> FormatAsync() => new ProgramRun(
        PlaywrightDriver.Node,
        Path.Combine(Repository.Root, "harness", "tests", "Certification", "CucumberMessages", "html-report.mjs"), File, Html).RunAsync();

    private void Record()
    {
        Play("reussite", "Réussite", true, null, "un médecin", "il se connecte", "il voit");
        Play("chaque-medecin", "Chaque carte (médecin, CPS3)", true, null, "un médecin", "il insère une carte de médecin", "elle est lue");
        Play("chaque-infirmier", "Chaque carte (infirmier, CPS4)", false, "illisible", "un médecin", "il insère une carte de infirmier", "!elle est lue");
        Play("echec", "Échec", false, "faux", "un médecin", "!il se trompe");
        Play("controle", "Contrôle", false, "un code est dans le journal", "un médecin", "il se trompe");
        Play("arret", "Arrêt", null, null, "un médecin");
        using ScenarioEvidence other = _run.Begin(new ScenarioBegun("ailleurs", "Venu d'ailleurs", "Ailleurs", ["A_19"]));
        other.Add(RecordedRun.Step(1));
        other.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
    }

    // A step that begins with ! fails.
    private void Play(string id, string title, bool? passed, string? error, params string[] steps)
    {
        using ScenarioEvidence evidence = _run.Begin(new ScenarioBegun(id, "Activer son e-CPS", title, ["A_01"]));
        int second = 0;
        foreach (string step in steps)
        {
            bool fails = step.StartsWith('!');
            if (fails && id == "echec")
            {
                evidence.Add(Png.Encode(new byte[4 * 40 * 30], 40, 30), "téléphone", "Erreur");
                evidence.Add(new Remark("vu de près"));
            }

            evidence.Add(RecordedRun.Step(++second, step.TrimStart('!'), fails ? error : null));
        }

        if (passed is { } end)
        {
            evidence.End(new ScenarioEnded(end, error) { Time = RecordedRun.After(second + 1) });
        }
    }

    private JsonElement[] Messages()
    {
        Write();
        return [.. System.IO.File.ReadLines(File).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private IEnumerable<JsonElement> Messages(string kind) =>
        Messages().Where(message => message.TryGetProperty(kind, out _)).Select(message => message.GetProperty(kind));

    // Status and words of each step, the checks at the end last.
    private IEnumerable<string> Results(string id) =>
        from finished in Messages("testStepFinished")
        where Text(finished, "testCaseStartedId") == $"{id}/attempt"
        let result = finished.GetProperty("testStepResult")
        select $"{Text(result, "status")} {(result.TryGetProperty("message", out JsonElement message) ? message.GetString() : "")}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void Collect(JsonElement element, List<string> given, List<string> named)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, given, named);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (property.Name == "id")
                    {
                        given.Add(property.Value.GetString()!);
                    }
                    else if (property.Name.EndsWith("Id", StringComparison.Ordinal))
                    {
                        named.Add(property.Value.GetString()!);
                    }
                    else if (property.Name.EndsWith("NodeIds", StringComparison.Ordinal))
                    {
                        named.AddRange(property.Value.EnumerateArray().Select(id => id.GetString()!));
                    }
                    else
                    {
                        Collect(property.Value, given, named);
                    }
                }

                break;
        }
    }
}
