namespace CardConformance.Perf.Benchmarks;

/// <summary>What a benchmark class asks, and what the answer may cost: the table compares it with what was measured.</summary>
/// <remarks>A benchmark that is BenchmarkDotNet's baseline of its class is what ours is measured beside.</remarks>
/// <param name="id">Name of its figures, after <c>in-process-</c>.</param>
/// <param name="what">What is measured, in words.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BudgetAttribute(string id, string what) : Attribute
{
    /// <summary>Name of its figures, after <c>in-process-</c>.</summary>
    public string Id { get; } = id;

    /// <summary>What is measured, in words.</summary>
    public string What { get; } = what;

    /// <summary>Nanoseconds that it may take; 0 when only <see cref="PartOfBaseline"/> counts.</summary>
    public double Nanoseconds { get; init; }

    /// <summary>Bytes that it may allocate; less than 0 when that is only told.</summary>
    public long Bytes { get; init; } = -1;

    /// <summary>How many it has to do in the time in which the baseline does one, as a part of 1; 0 when there is no such goal.</summary>
    public double PartOfBaseline { get; init; }

    /// <summary>What is done per second, where <see cref="PartOfBaseline"/> counts.</summary>
    public string Rate { get; init; } = "/s";
}
