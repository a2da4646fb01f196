using BenchmarkDotNet.Attributes;

namespace CardConformance.Perf.Tests.Benchmarks;

/// <summary>A benchmark whose set-up finds a wrong answer.</summary>
public class FailingBenchmarks
{
    private readonly string _answer = "6982";

    [GlobalSetup]
    public void Check() => throw new InvalidOperationException(_answer);

    [Benchmark]
    public int Length() => _answer.Length;
}
