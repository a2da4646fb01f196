namespace CardConformance.Harness.Nights;

/// <summary>A scenario that is not the same in two runs.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Details">Before and after in a few words, or nothing.</param>
internal sealed record ComparedScenario(ScenarioChange Change, string Id, string Title, string Details = "");
