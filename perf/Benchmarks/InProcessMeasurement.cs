using System.Reflection;
using BenchmarkDotNet.Reports;

namespace CardConformance.Perf.Benchmarks;

/// <summary>The card alone, without a reader: each benchmark class against its budget, and commands per second.</summary>
internal sealed class InProcessMeasurement : IMeasurement
{
    private const double NanosecondsInSecond = 1e9;
    private const int WarmUpSpans = 20;

    public string Name => "in-process";

    public string Question => "How much processor time does one command cost the card itself, without a reader?";

    public string? MissingCapability => null;

    /// <summary>The benchmark classes with a budget, in the order of their names.</summary>
    internal static IReadOnlyList<Type> Classes { get; } =
    [
        .. typeof(InProcessMeasurement).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(BudgetAttribute)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        if (!WarmUp.Run(Classes, pace.Span * WarmUpSpans, stop))
        {
            await progress.WriteLineAsync("  the runtime is still compiling: the figures may be worse than they could be");
        }

        List<Dictionary<Type, IReadOnlyList<BenchmarkReport>>> rounds = [];
        List<double> perSecond = [];
        var mix = new CommandMix();
        mix.Run(pace.Span / 2, stop);
        for (int round = 1; round <= pace.Rounds; round++)
        {
            await progress.WriteLineAsync($"  round {round} of {pace.Rounds}");
            Dictionary<Type, IReadOnlyList<BenchmarkReport>> reports = [];
            foreach (Type benchmarks in Classes)
            {
                stop.ThrowIfCancellationRequested();
                reports[benchmarks] = BenchmarkRound.Run(benchmarks, pace.Span);
            }

            rounds.Add(reports);
            perSecond.Add(mix.Run(pace.Span, stop));
        }

        return
        [
            .. Classes.SelectMany(benchmarks => FiguresOf(benchmarks.GetCustomAttribute<BudgetAttribute>()!, [.. rounds.Select(round => round[benchmarks])])),
            new() { Id = "in-process-apdu", What = CommandMix.What, Unit = "APDU/s", Samples = perSecond, Remark = "Every status word is compared; seconds of the thread's processor time." },
        ];
    }

    // Time, or how many per second where the budget is a part of the baseline's; and the memory.
    private static IEnumerable<Figure> FiguresOf(BudgetAttribute budget, IReadOnlyList<IReadOnlyList<BenchmarkReport>> rounds)
    {
        BenchmarkReport[] ours = [.. rounds.Select(reports => reports.Single(report => !report.BenchmarkCase.Descriptor.Baseline))];
        BenchmarkReport[] baseline = [.. rounds.SelectMany(reports => reports.Where(report => report.BenchmarkCase.Descriptor.Baseline))];
        bool isRate = budget.PartOfBaseline > 0;
        yield return new()
        {
            Id = $"in-process-{budget.Id}",
            What = budget.What,
            Unit = isRate ? budget.Rate : "ns",
            Samples = Samples(ours, isRate),
            BesideName = baseline.Length == 0 ? null : baseline[0].BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            Beside = Samples(baseline, isRate),
            Goal = isRate ? new(budget.PartOfBaseline, AtLeast: true, OfRatio: true) : new(budget.Nanoseconds, AtLeast: false, OfRatio: false),
        };
        yield return new()
        {
            Id = $"in-process-{budget.Id}-bytes",
            What = $"{budget.What}: allocated",
            Unit = "bytes",
            Samples = [.. ours.Select(report => (double)report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)!.Value)],
            Goal = budget.Bytes < 0 ? null : new(budget.Bytes, AtLeast: false, OfRatio: false),
        };
    }

    private static double[] Samples(IReadOnlyList<BenchmarkReport> reports, bool isRate) =>
    [
        .. reports.Select(report => report.ResultStatistics!.Min).Select(nanoseconds => isRate ? NanosecondsInSecond / nanoseconds : nanoseconds),
    ];
}
