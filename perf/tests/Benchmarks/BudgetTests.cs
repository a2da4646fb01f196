using System.Reflection;
using BenchmarkDotNet.Attributes;
using CardConformance.Perf.Benchmarks;

namespace CardConformance.Perf.Tests.Benchmarks;

/// <summary>What every benchmark class has: a budget, a set-up that refuses wrong answers, one benchmark of ours and at most one beside it.</summary>
public sealed class BudgetTests
{
    [Test]
    public void Every_class_with_benchmarks_has_a_budget()
    {
        IEnumerable<Type> withBenchmarks = typeof(BudgetAttribute).Assembly.GetTypes().Where(type => Benchmarks(type).Length > 0);
        Assert.That(InProcessMeasurement.Classes, Is.EquivalentTo(withBenchmarks));
        Assert.That(InProcessMeasurement.Classes, Has.Count.GreaterThanOrEqualTo(10));
    }

    [TestCaseSource(nameof(Classes))]
    public void Ours_is_measured_beside_at_most_one(Type benchmarks)
    {
        bool[] baselines = [.. Benchmarks(benchmarks).Select(method => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline)];
        Assert.That(baselines.Count(baseline => !baseline), Is.EqualTo(1));
        Assert.That(baselines.Count(baseline => baseline), Is.LessThanOrEqualTo(1));
        BudgetAttribute budget = benchmarks.GetCustomAttribute<BudgetAttribute>()!;
        Assert.That(budget.PartOfBaseline > 0 ? baselines.Length == 2 : budget.Nanoseconds > 0, Is.True, "the budget has nothing to be compared with");
    }

    [TestCaseSource(nameof(Classes))]
    public void Memory_is_counted(Type benchmarks) => Assert.That(benchmarks.IsDefined(typeof(MemoryDiagnoserAttribute)), Is.True);

    [TestCaseSource(nameof(Classes))]
    public void Answers_are_checked_before_anything_is_measured(Type benchmarks) => Assert.That(() => BenchmarkRound.Check(benchmarks), Throws.Nothing);

    [Test]
    public void Wrong_answer_is_refused()
    {
        var bench = new BenchedCard();
        Assert.That(
            () => bench.Checked("00 20 00 01 04 30303030", "9000"),
            Throws.InvalidOperationException.With.Message.EqualTo("The command with INS 20 was answered with 0 bytes and 63C2; 0 bytes and 9000 are expected."));
    }

    [Test]
    public void Right_answer_of_another_length_is_refused()
    {
        var bench = new BenchedCard();
        Assert.That(() => bench.Checked("00 84 00 00 08", "9000", length: 16), Throws.InvalidOperationException);
    }

    [Test]
    public void Set_up_that_fails_is_an_answer_and_no_figure() =>
        Assert.That(
            () => BenchmarkRound.Run(typeof(FailingBenchmarks), TimeSpan.FromMilliseconds(20)),
            Throws.InvalidOperationException.With.Message.Contains("FailingBenchmarks could not be measured").And.Message.Contains("6982"));

    private static IEnumerable<Type> Classes() => InProcessMeasurement.Classes;

    private static MethodInfo[] Benchmarks(Type type) => [.. type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)))];
}
