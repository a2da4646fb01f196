namespace CardConformance.Harness.Diagnosis;

/// <summary>What a check found.</summary>
/// <param name="Outcome">Good, bad, or not testable.</param>
/// <param name="Found">What was found, one line; of what could not be tested, the reason.</param>
/// <param name="Remedies">What to do, in this order; nothing unless it is bad.</param>
internal sealed record Finding(FindingOutcome Outcome, string Found, IReadOnlyList<Remedy> Remedies)
{
    internal static Finding Good(string found) => new(FindingOutcome.Good, found, []);

    internal static Finding Bad(string found, params IReadOnlyList<Remedy> remedies) => new(FindingOutcome.Bad, found, remedies);

    internal static Finding NotTestable(string reason) => new(FindingOutcome.NotTestable, reason, []);
}
