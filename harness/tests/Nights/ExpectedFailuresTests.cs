using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Nights;
using CardConformance.Harness.Tests.Certification;

namespace CardConformance.Harness.Tests.Nights;

/// <summary>Failures that a vendor expects: what they excuse, and when they make a run red themselves.</summary>
public sealed class ExpectedFailuresTests : IDisposable
{
    private readonly RecordedRun _run = new(runnerExitCode: 1);

    public void Dispose() => _run.Dispose();

    [Test]
    public void Expected_failure_is_counted_apart()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        Expect(Entry("b"));
        RunResult run = _run.Load();
        Assert.That(run.Verdict, Is.EqualTo(Verdict.AsExpected));
        Assert.That(run.Scenarios[1].Expected?.Owner, Is.EqualTo("Ada"));
        Assert.That(new ReportPage(run, ReportTexts.French).Make(), Does.Contain("COMME ATTENDU").And.Contain("Échecs attendus").And.Contain("voir #12"));
    }

    [Test]
    public void Failure_that_nobody_expects_is_red()
    {
        _run.Fail("b", "faux");
        _run.Fail("c", "faux");
        Expect(Entry("b"));
        Assert.That(_run.Load().Verdict, Is.EqualTo(Verdict.NotConforming));
    }

    [Test]
    public void Entry_to_paste_says_all_but_what_people_have_to_say()
    {
        _run.Fail("b", "faux");
        RunResult run = _run.Load();
        Assert.That(
            ExpectedFailures.EntryFor(run.Scenarios[0], run.Day),
            Is.EqualTo("""{"scenario":"b","reason":"","owner":"","opened":"2026-03-02","expires":"2026-04-01"}"""));
    }

    [Test]
    public void Expected_failure_that_passes_is_red()
    {
        _run.Pass("a", "A_01");
        Expect(Entry("a"));
        RunResult run = _run.Load();
        Assert.That(run.Verdict, Is.EqualTo(Verdict.Misconfigured));
        Assert.That(run.ExpectationProblems.Single().English, Does.StartWith("a: expected to fail, and has passed"));
    }

    [TestCase("2026-03-02", Verdict.AsExpected, TestName = "Last_day_counts")]
    [TestCase("2026-03-01", Verdict.NotConforming, TestName = "Day_after_does_not")]
    public void Entries_expire(string expires, Verdict expected)
    {
        _run.Fail("b", "faux");
        Expect(Entry("b", expires: expires));
        Assert.That(_run.Load().Verdict, Is.EqualTo(expected));
    }

    [Test]
    public void Expired_entry_is_red_even_if_nothing_failed()
    {
        _run.Pass("a", "A_01");
        Expect(Entry("z", expires: "2026-03-01"));
        Assert.That(_run.Load().Verdict, Is.EqualTo(Verdict.Misconfigured));
    }

    [Test]
    public void Requirement_excuses_its_scenarios()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        Expect("""{ "requirement": "A_01", "reason": "voir #12", "owner": "Ada", "opened": "2026-02-01", "expires": "2026-12-31" }""");
        Assert.That(_run.Load().Verdict, Is.EqualTo(Verdict.AsExpected), "not stale: one of its scenarios fails");
    }

    [Test]
    public void All_mistakes_are_named_at_once_with_their_place()
    {
        string file = Write(
            """{ "scenario": "a", "requirement": "A_01", "reason": "", "owner": "Ada", "opened": "1er mars", "expires": "2026-03-02", "since": 1 }""",
            """{ "requirement": "A_99", "reason": "x", "owner": "Ada", "opened": "2026-03-03", "expires": "2026-03-02" }""");
        string mistakes = Assert.Throws<UserException>(() => ExpectedFailures.Load(file))!.Message;
        foreach (string expected in new[]
        {
            "[0].reason", "[0].opened: a day like 2026-03-31", "[0]: either \"scenario\" or \"requirement\"", "[0].since: this member is not known",
            "[1].requirement", "[1].expires: a day that is not before",
        })
        {
            Assert.That(mistakes, Does.Contain(expected));
        }

        Assert.That(mistakes.Split('\n'), Has.Length.EqualTo(6));
    }

    [Test]
    public void Scenario_that_does_not_exist_is_named_with_those_that_may_be_meant()
    {
        var expected = ExpectedFailures.Load(Write(Entry("A_05-trois-code-porteur-faux")));
        Assert.That(
            expected.UnknownAmong(["A_05-trois-codes-porteur-faux", "B_01-autre"]).Single(),
            Does.Contain("there is no scenario A_05-trois-code-porteur-faux; close to it: A_05-trois-codes-porteur-faux"));
        Assert.That(expected.UnknownAmong(["A_05-trois-code-porteur-faux"]), Is.Empty);
    }

    private static string Entry(string scenario, string expires = "2026-12-31") =>
        $$"""{ "scenario": "{{scenario}}", "reason": "voir #12", "owner": "Ada", "opened": "2026-02-01", "expires": "{{expires}}" }""";

    private void Expect(params string[] entries) => ExpectedFailures.Load(Write(entries)).Keep(_run.Folder);

    private string Write(params string[] entries)
    {
        string file = Path.Combine(_run.Folder.Path, "mine.json");
        File.WriteAllText(file, $"// Known.\n{{ \"expectedFailures\": [ {string.Join(",\n", entries)} ] }}");
        return file;
    }
}
