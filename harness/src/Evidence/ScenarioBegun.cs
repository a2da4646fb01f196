namespace CardConformance.Harness.Evidence;

/// <summary>A scenario began.</summary>
/// <param name="Id">Its stable name, also that of its folder.</param>
/// <param name="Feature">Title of the feature.</param>
/// <param name="Title">Title of the scenario, with the values of its example if it has one.</param>
/// <param name="Requirements">The rows it covers, for example <c>A_07</c>.</param>
public sealed record ScenarioBegun(string Id, string Feature, string Title, IReadOnlyList<string> Requirements) : EvidenceEvent;
