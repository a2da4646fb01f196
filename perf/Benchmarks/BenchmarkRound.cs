using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CardConformance.Harness;
using Perfolizer.Horology;

namespace CardConformance.Perf.Benchmarks;

/// <summary>One benchmark class, run once.</summary>
internal static class BenchmarkRound
{
    private const int WarmUps = 6;
    private const int Iterations = 5;

    // A round has so many parts: what comes before, the warm-up, and what is measured.
    private const int Parts = 40;

    /// <summary>Runs its set-up alone: it says best itself which answer is wrong.</summary>
    /// <param name="benchmarks">The class.</param>
    /// <returns>An object of the class, set up.</returns>
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    internal static object Check(Type benchmarks)
    {
        object instance = Activator.CreateInstance(benchmarks)!;
        MethodInfo setup = benchmarks.GetMethods().Single(method => method.IsDefined(typeof(GlobalSetupAttribute)));
        setup.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        return instance;
    }

    /// <summary>Runs it.</summary>
    /// <param name="benchmarks">The class.</param>
    /// <param name="span">How long, about, for each of its benchmarks.</param>
    /// <exception cref="InvalidOperationException">A benchmark failed: its set-up got a wrong answer.</exception>
    internal static IReadOnlyList<BenchmarkReport> Run(Type benchmarks, TimeSpan span)
    {
        // In this process: one of its own would take a build of ten seconds for each round, and rounds are what tells noise.
        // "perf benchmarks" has processes of its own.
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(span.TotalMilliseconds / Parts))
            .WithWarmupCount(WarmUps)
            .WithIterationCount(Iterations)
            .WithClock(ProcessorClock.Instance)
            .WithEvaluateOverhead(false)
            .WithGcForce(false);
        var log = new AccumulationLogger();
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(log)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Repository.Artifacts, "benchmarks"));
        Summary summary = BenchmarkRunner.Run(benchmarks, config);
        if (summary.HasCriticalValidationErrors || summary.Reports.IsEmpty || summary.Reports.Any(report => report.ResultStatistics is null))
        {
            throw new InvalidOperationException($"{benchmarks.Name} could not be measured:\n{log.GetLog()}");
        }

        return summary.Reports;
    }
}
