using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>One thing that happened in a scenario, on the run's clock.</summary>
/// <param name="Time">When; of a step when it began, of its failure when it ended.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Event">What it was, or <see langword="null"/> for an exchange with the card and for what is not shown.</param>
/// <param name="Exchange">The exchange with the card.</param>
/// <param name="NotShown">How many of this kind stand in the scenario's files only, in place of them; 0 for a row of its own.</param>
internal sealed record TimelineRow(DateTimeOffset Time, TimelineKind Kind, EvidenceEvent? Event = null, CardExchange? Exchange = null, int NotShown = 0)
{
    /// <summary>Whether it says that a step failed.</summary>
    internal bool IsFailure { get; init; }
}
