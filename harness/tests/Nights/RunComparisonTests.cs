using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Nights;
using CardConformance.Harness.Tests.Certification;
using CardConformance.Harness.Tests.Cli;

namespace CardConformance.Harness.Tests.Nights;

/// <summary><c>compare</c>: what changed between two runs, and what the shell is told.</summary>
public sealed class RunComparisonTests : IDisposable
{
    private readonly RecordedRun _before = new();
    private readonly RecordedRun _after = new();

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    [Test]
    public async Task Same_runs_are_the_same()
    {
        _before.Pass("a", "A_01");
        _after.Pass("a", "A_01");
        Assert.That((await CompareAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task New_failure_is_worse()
    {
        _before.Pass("a", "A_01");
        _after.Fail("a", "faux");
        ProgramResult result = await CompareAsync();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.Contain("New failures (1)\n  a\n      faux").And.Contain("Unstable"));
        Assert.That(File.ReadAllText(Path.Combine(_after.Folder.Path, "comparison", "index.html")), Does.Contain("MOINS BIEN").And.Contain("Nouveaux échecs"));
        Assert.That(File.ReadAllText(Path.Combine(_after.Folder.Path, "comparison", "index.en.html")), Does.Contain("WORSE").And.Contain("New failures"));
    }

    [Test]
    public async Task What_is_different_and_not_worse_has_an_exit_code_of_its_own()
    {
        _before.Fail("a", "faux");
        _after.Pass("a", "A_01");
        ProgramResult result = await CompareAsync();
        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Output, Does.Contain("Fixed (1)\n  a"));
    }

    [Test]
    public void Each_change_has_its_kind()
    {
        _before.Fail("still", "le port 41233 refuse Ada.Martin@test.example");
        _after.Fail("still", "le port 40999 refuse Jean.Petit@test.example");
        _before.Fail("message", "il voit A");
        _after.Fail("message", "il voit B");
        _before.Fail("blame", "faux");
        using (ScenarioEvidence evidence = _after.Begin("blame", "A_01"))
        {
            evidence.End(new ScenarioEnded(false, "faux", "panne") { Time = RecordedRun.After(2) });
        }

        _before.Pass("gone", "A_01");
        _after.Pass("added", "A_01");
        _before.Pass("untestable", "A_01");
        using (ScenarioEvidence evidence = _after.Begin("untestable", "A_01"))
        {
            evidence.End(new ScenarioEnded(false, null, NotTestable: "pas de caméra") { Time = RecordedRun.After(2) });
        }

        var comparison = new RunComparison(_before.Load(), _after.Load());
        Assert.That(
            comparison.Scenarios.Where(one => one.Change != ScenarioChange.Unstable).Select(one => (one.Id, one.Change)),
            Is.EquivalentTo(
            [
                ("still", ScenarioChange.StillRed), ("message", ScenarioChange.OtherMessage), ("blame", ScenarioChange.OtherBlame),
                ("gone", ScenarioChange.Gone), ("added", ScenarioChange.Added), ("untestable", ScenarioChange.NotTestableAnyMore),
            ]));
        Assert.That(comparison.IsWorse, Is.True, "nobody knows how the scenario that is gone would have ended");
    }

    [Test]
    public void Machine_that_is_slower_makes_no_scenario_slower()
    {
        SlowScenarios speed = SlowScenarios.Find(Durations(after: i => 20 + (i % 3)))!;
        Assert.That(speed.Median, Is.EqualTo(2.1).Within(0.01));
        Assert.That(speed.Ids, Is.Empty);
    }

    [Test]
    public void Scenario_far_above_the_spread_is_slower() =>
        Assert.That(SlowScenarios.Find(Durations(after: i => i == 4 ? 60 : 20 + (i % 3)))!.Ids.Select(one => one.Id), Is.EqualTo(["4"]));

    [Test]
    public void Few_scenarios_say_nothing_about_durations() => Assert.That(SlowScenarios.Find(Durations(after: _ => 20).Take(7)), Is.Null);

    private static IEnumerable<(string, TimeSpan, TimeSpan)> Durations(Func<int, double> after) =>
        Enumerable.Range(0, 12).Select(i => ($"{i}", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(after(i))));

    private Task<ProgramResult> CompareAsync() => CardConformanceProgram.RunAsync("compare", _before.Folder.Path, _after.Folder.Path);
}
