using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Tests.Certification;

public sealed class RunResultTests
{
    [Test]
    public void Conforming_when_every_scenario_passed_and_the_runner_says_so()
    {
        using var run = new RecordedRun(runnerExitCode: 0);
        run.Pass("a");
        run.Pass("b");
        Assert.That(run.Load().Verdict, Is.EqualTo(Verdict.Conforming));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(null)]
    public void One_failed_scenario_is_enough_whatever_the_runner_says(int? runnerExitCode)
    {
        using var run = new RecordedRun(runnerExitCode);
        run.Pass("a");
        run.Fail("b", "faux");
        run.Kill("c");
        Assert.That(run.Load().Verdict, Is.EqualTo(Verdict.NotConforming));
    }

    // A defect of the product that was proved stays one; after that, what has to be mended first comes first.
    [TestCase("attendu", null, Verdict.NotConforming)]
    [TestCase("attendu", "panne", Verdict.NotConforming)]
    [TestCase("adresse", null, Verdict.Misconfigured)]
    [TestCase("adresse", "carte", Verdict.Misconfigured)]
    [TestCase("panne", null, Verdict.HarnessFailed)]
    [TestCase("a rule of an earlier version", null, Verdict.HarnessFailed)]
    public void Verdict_says_who_has_to_mend(string rule, string? other, Verdict expected)
    {
        using var run = new RecordedRun(runnerExitCode: 1);
        run.Pass("a");
        run.Fail("b", "faux", rule);
        if (other is not null)
        {
            run.Fail("c", "faux aussi", other);
        }

        Assert.That(run.Load().Verdict, Is.EqualTo(expected));
    }

    [TestCase(Blame.Configuration, Verdict.Misconfigured)]
    [TestCase(Blame.Harness, Verdict.HarnessFailed)]
    public void Run_that_did_not_begin_says_who_has_to_mend(Blame blame, Verdict expected)
    {
        using var run = new RecordedRun(runnerExitCode: 1);
        new NotBegun(blame, ["one", "another"]).Write(run.Folder);
        RunResult result = run.Load();
        Assert.That(result.Verdict, Is.EqualTo(expected));
        Assert.That(result.NotBegun!.Problems, Is.EqualTo(["one", "another"]));
    }

    [Test]
    public void What_cannot_be_tried_does_not_keep_a_product_from_conforming()
    {
        using var run = new RecordedRun(runnerExitCode: 0);
        run.Pass("a");
        run.GiveUp("b", "Pas d'horloge.");
        RunResult result = run.Load();
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Conforming));
        Assert.That(result.Scenarios[1].NotTestable, Is.EqualTo("Pas d'horloge."));
        Assert.That(result.Scenarios[1].Error, Is.Null);
    }

    [Test]
    public void Nothing_that_can_be_tried_says_nothing()
    {
        using var run = new RecordedRun(runnerExitCode: 0);
        run.GiveUp("a", "Pas d'horloge.");
        Assert.That(run.Load().Verdict, Is.EqualTo(Verdict.Nothing));
    }

    [TestCase(2, Verdict.Conforming)]
    [TestCase(3, Verdict.Unfinished)]
    public void Certifying_run_plays_as_many_scenarios_as_its_revision_has(int due, Verdict expected)
    {
        using var run = new RecordedRun(runnerExitCode: 0);
        RunResult.Describe(run.Folder, RecordedRun.Info with { RunnerExitCode = 0, Certifies = true, PlanRevision = "2026-1", ScenariosDue = new Dictionary<string, int> { ["A_01"] = due } });
        run.Pass("a", "A_01");
        run.Pass("b", "A_01");
        RunResult result = run.Load();
        Assert.That(result.Verdict, Is.EqualTo(expected));
        Assert.That(result.FindMissing(), Is.EqualTo(due > 2 ? ["A_01"] : Array.Empty<string>()));
    }

    [TestCase(null)]
    [TestCase(1)]
    [TestCase(137)]
    public void Nothing_is_said_of_the_product_when_the_runner_broke_off(int? runnerExitCode)
    {
        using var run = new RecordedRun(runnerExitCode);
        run.Pass("a");
        Assert.That(run.Load().Verdict, Is.EqualTo(Verdict.Unfinished));
    }

    [Test]
    public void Scenario_that_never_ended_leaves_the_run_unfinished_also_when_the_runner_is_content()
    {
        using var run = new RecordedRun(runnerExitCode: 0);
        run.Pass("a");
        run.Kill("b");
        RunResult result = run.Load();
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Unfinished));
        Assert.That(result.Scenarios.Select(scenario => scenario.Passed), Is.EqualTo([true, false]));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(null)]
    public void No_scenario_says_nothing(int? runnerExitCode)
    {
        using var run = new RecordedRun(runnerExitCode);
        Assert.That(run.Load().Verdict, Is.EqualTo(Verdict.Nothing));
    }

    [Test]
    public void Scenarios_stand_in_the_order_of_their_requirements()
    {
        using var run = new RecordedRun();
        run.Pass("c", "A_01");
        run.Pass("a", "A_07");
        run.Pass("b", "A_01");
        Assert.That(run.Load().Scenarios.Select(scenario => scenario.Begun.Id), Is.EqualTo(["b", "c", "a"]));
    }

    [Test]
    public void Scenario_counts_for_each_of_its_requirements_and_no_other_is_listed()
    {
        using var run = new RecordedRun();
        run.Pass("a", "A_07", "A_01");
        run.Pass("b", "A_07");
        Assert.That(
            run.Load().ByRequirement().Select(row => $"{row.Requirement.Id} {row.Scenarios.Count}"), Is.EqualTo(["A_01 1", "A_07 2"]));
    }

    [Test]
    public void What_a_run_was_is_read_as_it_was_written()
    {
        using var run = new RecordedRun();
        RunInfo described = RecordedRun.Info with { Tags = ["A_01", "A_07"], RunnerExitCode = 1 };
        RunResult.Describe(run.Folder, described);
        RunInfo read = run.Load().Info;
        Assert.That(read with { Tags = described.Tags }, Is.EqualTo(described));
        Assert.That(read.Tags, Is.EqualTo(described.Tags));
    }

    [TestCase("{\"started\":\"2026-03-02T09:", TestName = "Description_torn")]
    [TestCase("", TestName = "Description_empty")]
    [TestCase("null", TestName = "Description_of_nothing")]
    public void Folder_without_a_whole_description_is_refused(string text)
    {
        using var run = new RecordedRun();
        string file = Path.Combine(run.Folder.Path, "run.json");
        File.WriteAllText(file, text);
        Assert.That(run.Load, Throws.InstanceOf<IOException>().With.Message.Contains(file));
    }

    [Test]
    public void Folder_without_description_is_refused()
    {
        using var run = new RecordedRun();
        File.Delete(Path.Combine(run.Folder.Path, "run.json"));
        Assert.That(run.Load, Throws.InstanceOf<IOException>());
    }
}
