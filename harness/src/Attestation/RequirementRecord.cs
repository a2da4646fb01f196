namespace CardConformance.Harness.Attestation;

/// <summary>A requirement in <c>verdict.json</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c>, or <c>notRun</c> when no scenario was run for it.</param>
/// <param name="Scenarios">Ids of its scenarios.</param>
internal sealed record RequirementRecord(string Id, string Status, IReadOnlyList<string> Scenarios)
{
    internal static RequirementRecord Make(string id, IReadOnlyList<ScenarioRecord> all)
    {
        ScenarioRecord[] scenarios = [.. all.Where(scenario => scenario.Requirements.Contains(id))];
        string status = scenarios switch
        {
            [] => "notRun",
            _ when scenarios.All(scenario => scenario.Status == ScenarioRecord.Passed) => "passed",
            _ => "failed",
        };
        return new(id, status, [.. scenarios.Select(scenario => scenario.Id)]);
    }
}
