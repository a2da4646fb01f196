namespace CardConformance.Harness.Diagnosis;

/// <summary>A check and what it found.</summary>
/// <param name="Check">What it is about.</param>
/// <param name="Finding">What was found.</param>
internal sealed record CheckResult(string Check, Finding Finding);
