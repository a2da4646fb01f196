namespace CardConformance.Perf.Results;

/// <summary>Where a bar has to end.</summary>
/// <param name="Value">More than 0, in the picture's unit.</param>
/// <param name="AtLeast">Whether at least there, or at most.</param>
internal sealed record BarGoal(double Value, bool AtLeast)
{
    /// <summary>In words.</summary>
    public override string ToString() => $"{(AtLeast ? "at least" : "at most")} {FigureText.Number(Value)}";
}
