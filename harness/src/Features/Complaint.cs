namespace CardConformance.Harness.Features;

/// <summary>Something wrong in a feature file.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Problem">What.</param>
internal sealed record Complaint(int Line, string Problem);
