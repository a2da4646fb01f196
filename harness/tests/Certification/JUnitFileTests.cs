using System.Xml.Linq;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Tests.Certification;

public sealed class JUnitFileTests : IDisposable
{
    private readonly RecordedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void Totals_are_those_of_the_run_and_of_each_feature()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        _run.Kill("c");
        using (ScenarioEvidence evidence = _run.Begin(new ScenarioBegun("d", "Choisir son mot de passe", "Titre", ["A_19"])))
        {
            evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(0.25) });
        }

        XElement suites = Make();
        Assert.That(
            suites.DescendantsAndSelf().Where(element => element.Attribute("tests") is not null).Select(Totals),
            Is.EqualTo(
            [
                "CardConformance: 4 tests, 1 failures, 1 errors, no skipped, 5.250 s",
                "Activer son e-CPS: 3 tests, 1 failures, 1 errors, 0 skipped, 5.000 s",
                "Choisir son mot de passe: 1 tests, 0 failures, 0 errors, 0 skipped, 0.250 s",
            ]));
        Assert.That(suites.Elements("testsuite").Attributes("timestamp").Select(time => time.Value), Has.All.EqualTo("2026-03-02T09:30:00"));
    }

    [Test]
    public void Test_case_says_which_scenario_it_is()
    {
        _run.Pass("a", "A_01", "A_07");
        XElement test = Make().Descendants("testcase").Single();
        Assert.That((string?)test.Attribute("name"), Is.EqualTo("Titre de a"));
        Assert.That((string?)test.Attribute("classname"), Is.EqualTo("Activer son e-CPS"));
        Assert.That((string?)test.Attribute("time"), Is.EqualTo("2.000"));
        Assert.That(test.Element("system-out")!.Value, Is.EqualTo("[[PROPERTY|id=a]]\n[[PROPERTY|requirement=A_01]]\n[[PROPERTY|requirement=A_07]]"));
        Assert.That(test.Element("failure"), Is.Null);
    }

    [Test]
    public void Failure_begins_with_the_words_of_the_step()
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add(RecordedRun.Step(1, "un médecin"));
            evidence.Add(new StepDone("Quand", "il se connecte", false, 10, "faux") { Time = RecordedRun.After(2) });
            evidence.End(new ScenarioEnded(false, "écran attendu : « Portail »\nvu : rien", "attendu"));
        }

        XElement failure = Make().Descendants("failure").Single();
        Assert.That((string?)failure.Attribute("message"), Is.EqualTo("écran attendu : « Portail »"));
        Assert.That((string?)failure.Attribute("type"), Is.EqualTo("product"));
        Assert.That(failure.Value, Is.EqualTo("Quand il se connecte\n\nécran attendu : « Portail »\nvu : rien"));
    }

    [Test]
    public void Scenario_that_never_ended_is_an_error_which_is_not_the_product_s()
    {
        _run.Kill("a");
        XElement error = Make().Descendants("error").Single();
        Assert.That(error.Value, Is.EqualTo("Le scénario a été interrompu."));
        Assert.That((string?)error.Attribute("type"), Is.EqualTo("harness"));
    }

    [TestCase("adresse", "configuration")]
    [TestCase("panne", "harness")]
    public void Failure_that_is_not_the_product_s_is_an_error(string rule, string blame)
    {
        _run.Fail("a", "le portail est injoignable", rule);
        XElement test = Make().Descendants("testcase").Single();
        Assert.That(test.Element("failure"), Is.Null);
        Assert.That((string?)test.Element("error")!.Attribute("type"), Is.EqualTo(blame));
        Assert.That((string?)test.Element("error")!.Attribute("message"), Is.EqualTo("le portail est injoignable"));
        Assert.That(Totals(test.Parent!), Does.Contain("0 failures, 1 errors, 0 skipped"));
    }

    [Test]
    public void What_cannot_be_tried_is_skipped_with_the_reason()
    {
        _run.Pass("a", "A_01");
        _run.GiveUp("b", "Son heure est celle de la machine.");
        XElement suite = Make().Elements("testsuite").Single();
        Assert.That(Totals(suite), Does.Contain("2 tests, 0 failures, 0 errors, 1 skipped"));
        Assert.That((string?)suite.Descendants("skipped").Single().Attribute("message"), Is.EqualTo("Son heure est celle de la machine."));
    }

    [Test]
    public void Failure_that_is_expected_is_skipped_with_who_knows_of_it_and_until_when()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        File.WriteAllText(
            Path.Combine(_run.Folder.Path, ExpectedFailures.FileName),
            """{ "expectedFailures": [ { "scenario": "b", "reason": "ticket 12", "owner": "Ada", "opened": "2026-03-01", "expires": "2026-03-22" } ] }""");
        XElement suite = Make().Elements("testsuite").Single();
        Assert.That(Totals(suite), Does.Contain("2 tests, 0 failures, 0 errors, 1 skipped"));
        Assert.That((string?)suite.Descendants("skipped").Single().Attribute("message"), Is.EqualTo("expected to fail until 2026-03-22: ticket 12 (Ada)"));
    }

    [Test]
    public void Run_that_did_not_begin_is_an_error_with_all_that_is_wrong()
    {
        using var run = new RecordedRun(runnerExitCode: 1);
        new NotBegun(Blame.Configuration, ["le portail ne répond pas", "la carte non plus"]).Write(run.Folder);
        XElement error = Make(run).Descendants("error").Single();
        Assert.That((string?)error.Attribute("type"), Is.EqualTo("configuration"));
        Assert.That(error.Value, Is.EqualTo("le portail ne répond pas\nla carte non plus"));
    }

    [Test]
    public void Colours_of_a_terminal_do_not_get_into_it()
    {
        _run.Fail("a", "\u001b[2mTimeout 10000ms\u001b[22m exceeded <body>");
        XElement failure = Make().Descendants("failure").Single();
        Assert.That((string?)failure.Attribute("message"), Is.EqualTo("Timeout 10000ms exceeded <body>"));
        Assert.That(failure.Value, Does.EndWith("\n\nTimeout 10000ms exceeded <body>"));
    }

    [TestCase(0, "Aucun scénario n'a été joué.")]
    [TestCase(null, "Aucun scénario n'a été joué.")]
    public void Run_without_scenarios_is_red(int? runnerExitCode, string expected)
    {
        using var run = new RecordedRun(runnerExitCode);
        XElement suites = Make(run);
        Assert.That(Totals(suites), Is.EqualTo("CardConformance: 1 tests, 0 failures, 1 errors, no skipped, 0.000 s"));
        Assert.That(suites.Descendants("error").Single().Value, Is.EqualTo(expected));
    }

    [Test]
    public void Run_that_was_stopped_between_two_scenarios_is_red()
    {
        using var run = new RecordedRun(runnerExitCode: null);
        run.Pass("a");
        Assert.That(Make(run).Descendants("error").Single().Value, Is.EqualTo("La campagne a été interrompue."));
    }

    [Test]
    public void File_keeps_to_the_schema()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        _run.Kill("c");
        FailWithPictures("d");
        _run.GiveUp("e", "pas d'horloge");
        _run.Fail("f", "injoignable", "adresse");
        Assert.That(SchemaCheck.Complaints(Make().Document!, "junit.xsd"), Is.Empty);
        using var nothing = new RecordedRun();
        Assert.That(SchemaCheck.Complaints(Make(nothing).Document!, "junit.xsd"), Is.Empty);
    }

    [Test]
    public void Two_scenarios_with_the_same_titles_stay_two_tests()
    {
        foreach (string id in new[] { "a", "b" })
        {
            using ScenarioEvidence evidence = _run.Begin(new ScenarioBegun(id, "Fonction", "Titre", ["A_01"]));
            evidence.End(new ScenarioEnded(true, null));
        }

        XElement suites = Make();
        Assert.That(suites.Descendants("testcase").Attributes("name").Select(name => name.Value), Is.EqualTo(["Titre", "Titre [b]"]));
        suites.Descendants("testcase").Last().SetAttributeValue("name", "Titre");
        Assert.That(SchemaCheck.Complaints(suites.Document!, "junit.xsd"), Has.Count.EqualTo(1), "the schema would have told");
    }

    [Test]
    public void Long_titles_are_cut_and_stay_different()
    {
        foreach (string id in new[] { "a", "b" })
        {
            using ScenarioEvidence evidence = _run.Begin(new ScenarioBegun(id, "Fonction", new string('x', 300) + id, ["A_01"]));
            evidence.End(new ScenarioEnded(true, null));
        }

        XElement suites = Make();
        Assert.That(SchemaCheck.Complaints(suites.Document!, "junit.xsd"), Is.Empty);
        Assert.That(suites.Descendants("testcase").Attributes("name").Select(name => name.Value[^5..]), Is.EqualTo(["xxxx…", "… [b]"]));
    }

    [Test]
    public void Pictures_of_a_failure_are_named_last_one_first_and_lie_there()
    {
        FailWithPictures("d");
        string[] notes = Make().Descendants("system-out").Single().Value.Split('\n');
        Assert.That(notes[2..], Is.EqualTo(
            ["[[ATTACHMENT|scenarios/d/02-téléphone.png]]", "[[ATTACHMENT|scenarios/d/01-ordinateur.png]]"]));
        Assert.That(File.Exists(Path.Combine(_run.Folder.Path, "scenarios", "d", "02-téléphone.png")), Is.True);
    }

    [Test]
    public void Pictures_are_named_below_the_project_s_folder()
    {
        FailWithPictures("d");
        XDocument file = new JUnitFile(Path.GetDirectoryName(_run.Folder.Path)!).Make(_run.Load());
        Assert.That(
            file.Descendants("system-out").Single().Value,
            Does.Contain($"[[ATTACHMENT|{Path.GetFileName(_run.Folder.Path)}/scenarios/d/02-téléphone.png]]"));
    }

    // As CI systems do: from the file, with a parser of their own.
    private XElement Make() => Make(_run);

    private static XElement Make(RecordedRun run)
    {
        RunReport.Write(run.Load());
        return XDocument.Load(Path.Combine(run.Folder.Path, "junit.xml")).Root!;
    }

    private void FailWithPictures(string id)
    {
        using ScenarioEvidence evidence = _run.Begin(id, "A_01");
        evidence.Add([1], "ordinateur", "Portail");
        evidence.Add(RecordedRun.Step(1));
        evidence.Add([2], "téléphone", "Application");
        evidence.Add(RecordedRun.Step(2, error: "faux"));
        evidence.End(new ScenarioEnded(false, "faux", "attendu"));
    }

    private static string Totals(XElement element)
    {
        string Value(string name) => (string?)element.Attribute(name) ?? "no";
        string notPassed = $"{Value("failures")} failures, {Value("errors")} errors, {Value("skipped")} skipped";
        return $"{Value("name")}: {Value("tests")} tests, {notPassed}, {Value("time")} s";
    }
}
