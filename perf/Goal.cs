namespace CardConformance.Perf;

/// <summary>What a figure has to reach.</summary>
/// <param name="Value">The bound, in the figure's unit; a ratio where <paramref name="OfRatio"/> says so.</param>
/// <param name="AtLeast">Whether more is better: else the bound is the most that it may be.</param>
/// <param name="OfRatio">Whether the ratio to what is measured beside it is meant, not the figure itself.</param>
internal sealed record Goal(double Value, bool AtLeast, bool OfRatio)
{
    /// <summary>Whether a value reaches it.</summary>
    /// <param name="value">The figure, or its ratio where <see cref="OfRatio"/> says so.</param>
    public bool IsReachedBy(double value) => AtLeast ? value >= Value : value <= Value;
}
