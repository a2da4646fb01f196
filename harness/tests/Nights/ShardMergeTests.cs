using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Nights;
using CardConformance.Harness.Tests.Certification;

namespace CardConformance.Harness.Tests.Nights;

/// <summary><c>merge</c>: the parts of a run joined to what one run would have left.</summary>
public sealed class ShardMergeTests : IDisposable
{
    private static readonly string[] All = ["a", "b", "c", "d"];

    private readonly List<RecordedRun> _parts = [];
    private readonly RecordedRun _joined = new();

    public void Dispose()
    {
        _parts.ForEach(part => part.Dispose());
        _joined.Dispose();
    }

    [Test]
    public void Parts_make_the_run_that_one_machine_would_have_played()
    {
        using var whole = new RecordedRun();
        new ChosenScenarios(All, All, All).Write(whole.Folder);
        All.ToList().ForEach(id => whole.Pass(id, "A_01"));
        RunResult one = whole.Load();
        RunResult joined = Join(Part(2, 3, "b"), Part(1, 3, "a", "d"), Part(3, 3, "c"));
        Assert.That(joined.Verdict, Is.EqualTo(Verdict.Conforming).And.EqualTo(one.Verdict));
        Assert.That(joined.Scenarios.Select(scenario => scenario.Begun.Id), Is.EqualTo(one.Scenarios.Select(scenario => scenario.Begun.Id)));
        Assert.That(joined.Info with { Order = null }, Is.EqualTo(one.Info with { Tags = joined.Info.Tags, Order = null }));
        Assert.That(joined.Info.Order, Is.EquivalentTo(All));
    }

    [Test]
    public void Part_that_lost_a_scenario_leaves_the_run_unfinished()
    {
        RunResult last = Part(2, 2, "b", "d");
        Directory.Delete(Path.Combine(last.Folder.Scenarios, "d"), recursive: true);
        RunResult joined = Join(Part(1, 2, "a", "c"), last);
        Assert.That(joined.Verdict, Is.EqualTo(Verdict.Unfinished));
        Assert.That(joined.NotPlayed, Is.EqualTo(["d"]));
    }

    [Test]
    public void Missing_part_is_named() =>
        Assert.That(() => Join(Part(1, 3, "a", "d"), Part(3, 3, "c")), Refuses("Part 2/3 is missing."));

    [Test]
    public void Part_that_is_there_twice_is_named() =>
        Assert.That(() => Join(Part(1, 2, "a", "c"), Part(1, 2, "a", "c"), Part(2, 2, "b", "d")), Refuses("Part 1/2 is there more than once"));

    [Test]
    public void Whole_run_is_no_part()
    {
        RecordedRun whole = new();
        _parts.Add(whole);
        Assert.That(() => Join(whole.Load()), Refuses("is not a part of a run"));
    }

    [Test]
    public void Parts_of_different_runs_are_refused_with_all_that_differs()
    {
        RunResult other = Part(2, 2, "b", "d");
        RunResult.Describe(other.Folder, other.Info with { Seed = 43, TargetVersion = "2", Plan = "socle" });
        Assert.That(
            () => Join(Part(1, 2, "a", "c"), RunResult.Load(other.Folder)),
            Refuses("differ in the seed").And.Message.Contains("differ in the target").And.Message.Contains("differ in the plan"));
    }

    private static NUnit.Framework.Constraints.ContainsConstraint Refuses(string why) => Throws.TypeOf<UserException>().With.Message.Contains(why);

    private RunResult Join(params RunResult[] parts) => new ShardMerge(parts).Join(() => _joined.Folder);

    private RunResult Part(int index, int count, params string[] own)
    {
        var part = new RecordedRun();
        _parts.Add(part);
        RunResult.Describe(part.Folder, RecordedRun.Info with { RunnerExitCode = 0, Shard = $"{index}/{count}" });
        new ChosenScenarios(All, All, own).Write(part.Folder);
        own.ToList().ForEach(id => part.Pass(id, "A_01"));
        return part.Load();
    }
}
