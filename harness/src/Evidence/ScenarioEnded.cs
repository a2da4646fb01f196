namespace CardConformance.Harness.Evidence;

/// <summary>A scenario ended.</summary>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Error">What went wrong, or <see langword="null"/>.</param>
public sealed record ScenarioEnded(bool Passed, string? Error) : EvidenceEvent;
