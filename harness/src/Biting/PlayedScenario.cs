namespace CardConformance.Harness.Biting;

/// <summary>A scenario that was played to its end.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Requirements">Its requirements.</param>
public sealed record PlayedScenario(string Id, string Title, IReadOnlyList<string> Requirements);
