namespace CardConformance.Perf.Results;

/// <summary>What a figure was when it was last kept.</summary>
/// <param name="Value">The ratio where something was measured beside it, else the figure itself.</param>
/// <param name="Beside">What was measured beside it, or <see langword="null"/>.</param>
/// <param name="Unit">The figure's unit; <see langword="null"/> for a ratio.</param>
/// <param name="Noise">How far the rounds lay apart, as a part of the value.</param>
/// <param name="Machine">Which machine: a value of another one says nothing, a ratio does.</param>
/// <param name="Revision">Which sources.</param>
internal sealed record Limit(double Value, string? Beside, string? Unit, double Noise, string Machine, string Revision)
{
    /// <summary>What is kept of a figure.</summary>
    internal static Limit Of(Figure figure, string machine, Revision revision) => figure.Ratio is { } ratio
        ? new(Rounded(ratio), figure.BesideName, null, Rounded(figure.Noise), machine, revision.ToString())
        : new(Rounded(figure.Median), null, figure.Unit, Rounded(figure.Noise), machine, revision.ToString());

    // More digits than the noise leaves would only make differences in the file.
    private static double Rounded(double value) => value == 0 ? 0 : Math.Round(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
