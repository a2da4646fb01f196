namespace CardConformance.Harness.Attestation;

/// <summary>A requirement in <c>verdict.json</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c>, <c>notTestable</c>, <c>notApplicable</c>, or <c>notRun</c> when no scenario was run for it.</param>
/// <param name="Scenarios">Ids of its scenarios.</param>
/// <param name="Reason">Why it does not apply to the product.</param>
internal sealed record RequirementRecord(string Id, string Status, IReadOnlyList<string> Scenarios, string? Reason = null)
{
    internal static RequirementRecord Make(string id, IReadOnlyList<ScenarioRecord> all, string? notApplicable)
    {
        ScenarioRecord[] scenarios = [.. all.Where(scenario => scenario.Requirements.Contains(id))];
        string status = scenarios switch
        {
            [] => notApplicable is null ? "notRun" : "notApplicable",
            _ when scenarios.Any(scenario => scenario.IsBad()) => "failed",
            _ when scenarios.All(scenario => scenario.Status == ScenarioRecord.NotTestable) => ScenarioRecord.NotTestable,
            _ => ScenarioRecord.Passed,
        };
        return new(id, status, [.. scenarios.Select(scenario => scenario.Id)], notApplicable);
    }
}
