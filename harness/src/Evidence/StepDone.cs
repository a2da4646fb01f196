namespace CardConformance.Harness.Evidence;

/// <summary>A step of a scenario ended.</summary>
/// <param name="Keyword">Its keyword, for example <c>Quand</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="DurationMilliseconds">How long it took.</param>
/// <param name="Error">What went wrong, or <see langword="null"/>.</param>
public sealed record StepDone(string Keyword, string Text, bool Passed, double DurationMilliseconds, string? Error) : EvidenceEvent
{
    /// <summary>What it expected and what it saw instead, where its failure says so.</summary>
    public Mismatch? Mismatch { get; init; }
}
