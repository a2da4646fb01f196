namespace CardConformance.Harness.Evidence;

/// <summary>A scenario leaned on something that its source does not say, or does not say any more.</summary>
/// <param name="French">The assumption, in French.</param>
/// <param name="English">The assumption, in English.</param>
/// <param name="Subject">About whom, for example <c>Infirmier, carte CPS</c>.</param>
/// <param name="Services">At which services.</param>
public sealed record AssumptionUsed(string French, string English, string Subject, IReadOnlyList<string> Services) : EvidenceEvent;
