namespace CardConformance.Perf.Results;

/// <summary>Bars that belong together: ours, and what was measured beside it.</summary>
/// <param name="Title">What they are of, in words.</param>
/// <param name="Bars">Ours first, then the others.</param>
/// <param name="Goals">What ours has to reach; there may be one for each of the others.</param>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars, IReadOnlyList<BarGoal> Goals);
