namespace CardConformance.Harness.Evidence;

/// <summary>A scenario ended.</summary>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Error">What went wrong, or <see langword="null"/>.</param>
/// <param name="Rule">Id of the <see cref="Blaming.BlameRule"/> that says whose failure it is; <see langword="null"/> for one that did not fail.</param>
/// <param name="NotTestable">Why it could not be tried on this target, or <see langword="null"/>.</param>
public sealed record ScenarioEnded(bool Passed, string? Error, string? Rule = null, string? NotTestable = null) : EvidenceEvent;
