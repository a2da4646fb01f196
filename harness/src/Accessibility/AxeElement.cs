namespace CardConformance.Harness.Accessibility;

/// <summary>An element that breaks a rule.</summary>
/// <param name="Html">Its beginning, as the page has it.</param>
/// <param name="FailureSummary">What to do, French.</param>
internal sealed record AxeElement(string Html, string FailureSummary);
