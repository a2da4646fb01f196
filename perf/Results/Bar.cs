namespace CardConformance.Perf.Results;

/// <summary>One bar of a picture.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length, more than 0, in the picture's unit.</param>
/// <param name="IsOurs">Whether it is ours: the others are what is measured beside it.</param>
internal sealed record Bar(string Label, double Value, bool IsOurs);
