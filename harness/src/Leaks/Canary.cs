namespace CardConformance.Harness.Leaks;

/// <summary>Something of a person that nobody else in the run has, so that it tells whose it is wherever it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name in capitals without accents, the mobile number's nine digits, the address in capitals.</param>
/// <param name="Owner">Id of the scenario that the person belongs to.</param>
public sealed record Canary(CanaryKind Kind, string Value, string Owner);
