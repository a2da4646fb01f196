namespace CardConformance.Perf;

/// <summary>One measured figure, and what was measured beside it in the same rounds.</summary>
/// <remarks>
/// Machines differ, and a shared one differs from minute to minute: what counts is the ratio of two things measured in turn. Each round
/// measures both; the ratio is the median of the rounds' ratios, and its noise is how far the rounds lie apart.
/// </remarks>
internal sealed record Figure
{
    /// <summary>Its name in <c>limits.json</c>, for example <c>pcsc-one-reader-vs-c-card</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string What { get; init; }

    /// <summary>Unit of the samples, for example <c>APDU/s</c>, <c>ns</c> or <c>bytes per card</c>. What ends in <c>/s</c> or <c>/min</c> is a rate.</summary>
    public required string Unit { get; init; }

    /// <summary>Ours, one sample for each round; at least one.</summary>
    public required IReadOnlyList<double> Samples { get; init; }

    /// <summary>What was measured beside it, for example <c>a trivial card in C</c>; <see langword="null"/> when nothing was.</summary>
    public string? BesideName { get; init; }

    /// <summary>The other's samples, one for each round; empty when nothing was measured beside it.</summary>
    public IReadOnlyList<double> Beside { get; init; } = [];

    /// <summary>What it has to reach; <see langword="null"/> when it is only told.</summary>
    public Goal? Goal { get; init; }

    /// <summary>What a reader has to know, for example that half of the answers were checked; else <see langword="null"/>.</summary>
    public string? Remark { get; init; }

    /// <summary>The middle one of our samples.</summary>
    public double Median => MedianOf(Samples);

    /// <summary>The middle one of the other's samples, or <see langword="null"/>.</summary>
    public double? BesideMedian => Beside.Count == 0 ? null : MedianOf(Beside);

    /// <summary>The median of the rounds' ratios (ours to the other's), or <see langword="null"/>.</summary>
    public double? Ratio => Beside.Count == 0 ? null : MedianOf(Ratios);

    /// <summary>
    /// Half the distance between the lowest and the highest round, as a part of the median, or of the highest where the median is 0: of the
    /// ratios where there are any.
    /// </summary>
    public double Noise
    {
        get
        {
            IReadOnlyList<double> rounds = Beside.Count == 0 ? Samples : Ratios;
            double half = (rounds.Max() - rounds.Min()) / 2;
            return half == 0 ? 0 : half / (MedianOf(rounds) is not 0 and double median ? median : rounds.Max());
        }
    }

    /// <summary>Whether more is better: as its goal says, else of rates.</summary>
    public bool MoreIsBetter => Goal?.AtLeast ?? (Unit.EndsWith("/s", StringComparison.Ordinal) || Unit.EndsWith("/min", StringComparison.Ordinal));

    /// <summary>Whether the goal is reached; <see langword="null"/> when there is none.</summary>
    public bool? Reached => Goal?.IsReachedBy(Goal.OfRatio ? Ratio!.Value : Median);

    private IReadOnlyList<double> Ratios => [.. Samples.Zip(Beside, (ours, other) => ours / other)];

    private static double MedianOf(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
