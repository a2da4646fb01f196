using System.Xml.Linq;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

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
                "CardConformance: 4 tests, 2 failures, 0 errors, 0 skipped, 5.250 s",
                "Activer son e-CPS: 3 tests, 2 failures, 0 errors, 0 skipped, 5.000 s",
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
        Assert.That(
            test.Descendants("property").Select(property => $"{(string?)property.Attribute("name")}={(string?)property.Attribute("value")}"),
            Is.EqualTo(["id=a", "requirement=A_01", "requirement=A_07"]));
        Assert.That(test.Element("failure"), Is.Null);
    }

    [Test]
    public void Failure_begins_with_the_words_of_the_step()
    {
        using (ScenarioEvidence evidence = _run.Begin("a", "A_01"))
        {
            evidence.Add(RecordedRun.Step(1, "un médecin"));
            evidence.Add(new StepDone("Quand", "il se connecte", false, 10, "faux") { Time = RecordedRun.After(2) });
            evidence.End(new ScenarioEnded(false, "écran attendu : « Portail »\nvu : rien"));
        }

        XElement failure = Make().Descendants("failure").Single();
        Assert.That((string?)failure.Attribute("message"), Is.EqualTo("écran attendu : « Portail »"));
        Assert.That((string?)failure.Attribute("type"), Is.EqualTo("product"));
        Assert.That(failure.Value, Is.EqualTo("Quand il se connecte\n\nécran attendu : « Portail »\nvu : rien"));
    }

    [Test]
    public void Scenario_that_never_ended_is_a_failure()
    {
        _run.Kill("a");
        Assert.That(Make().Descendants("failure").Single().Value, Is.EqualTo("Le scénario a été interrompu."));
    }

    [Test]
    public void Colours_of_a_terminal_do_not_get_into_it()
    {
        _run.Fail("a", "\u001b[2mTimeout 10000ms\u001b[22m exceeded <body>");
        XElement failure = Make().Descendants("failure").Single();
        Assert.That((string?)failure.Attribute("message"), Is.EqualTo("Timeout 10000ms exceeded <body>"));
        Assert.That(failure.Value, Does.EndWith("\n\nTimeout 10000ms exceeded <body>"));
    }

    [Test]
    public void Run_without_scenarios_has_no_tests() =>
        Assert.That(Totals(Make()), Is.EqualTo("CardConformance: 0 tests, 0 failures, 0 errors, 0 skipped, 0.000 s"));

    // As CI systems do: from the file, with a parser of their own.
    private XElement Make()
    {
        RunReport.Write(_run.Load());
        return XDocument.Load(Path.Combine(_run.Folder.Path, "junit.xml")).Root!;
    }

    private static string Totals(XElement element)
    {
        string Value(string name) => (string?)element.Attribute(name) ?? "no";
        string notPassed = $"{Value("failures")} failures, {Value("errors")} errors, {Value("skipped")} skipped";
        return $"{Value("name")}: {Value("tests")} tests, {notPassed}, {Value("time")} s";
    }
}
