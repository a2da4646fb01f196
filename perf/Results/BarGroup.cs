namespace CardConformance.Perf.Results;

/// <summary>Bars that answer one question.</summary>
/// <param name="Title">The question's figure, in words.</param>
/// <param name="Bars">Ours and the others.</param>
/// <param name="Goal">Where the goal lies, in the picture's unit, or <see langword="null"/>.</param>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars, double? Goal);
