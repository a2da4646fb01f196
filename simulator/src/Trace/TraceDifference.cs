namespace CardConformance.Simulator.Trace;

/// <summary>Where two traces part.</summary>
/// <param name="Index">Number of exchanges before it, which are the same.</param>
/// <param name="What">What is different there.</param>
public sealed record TraceDifference(int Index, string What);
