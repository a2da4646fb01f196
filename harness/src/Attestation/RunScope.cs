using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Attestation;

/// <summary>How much of the suite a run went through.</summary>
/// <param name="Whole">Whether everything of the plan, or of the suite when there is none, ran to its end as far as it applies to the product.</param>
/// <param name="Missing">Why not, a sentence each; empty for a whole run.</param>
/// <param name="OthersFeatures">Whether features from outside the suite ran with it.</param>
/// <param name="Plan">The plan, or nothing for the suite.</param>
internal sealed record RunScope(bool Whole, IReadOnlyList<string> Missing, bool OthersFeatures, string? Plan = null)
{
    // The rest stands in verdict.json, as "notRun": a line that lists them all hides what else is said.
    private const int MostNamed = 5;

    internal static RunScope Of(RunResult run, SuiteRecord suite)
    {
        string[] missing = [.. MissingFrom(run, suite)];
        return new(missing.Length == 0, missing, run.Info.Also is not null, run.Info.Plan);
    }

    private static IEnumerable<string> MissingFrom(RunResult run, SuiteRecord suite)
    {
        if (run.Info.Tags.Count > 0)
        {
            yield return $"The run was limited to {string.Join(" ", run.Info.Tags)}.";
        }

        if (run.Info.Shard is { } shard)
        {
            yield return $"The run is part {shard} of one that several machines shared; \"merge\" joins them.";
        }

        if (run.Expected is not null)
        {
            yield return "Failures that the vendor expects were not counted.";
        }

        foreach (string id in run.NotPlayed)
        {
            yield return $"Scenario {id} was to be played, and has not ended.";
        }

        if (run.Info.RunnerExitCode is null)
        {
            yield return "The run was stopped before its end.";
        }
        else if (run.Verdict == Verdict.Unfinished && run.Scenarios.All(scenario => scenario.Ended is not null))
        {
            yield return $"The test runner broke off with exit code {run.Info.RunnerExitCode}, although no scenario failed.";
        }

        foreach (ScenarioResult scenario in run.Scenarios.Where(scenario => scenario.Ended is null && !run.NotPlayed.Contains(scenario.Begun.Id)))
        {
            yield return $"Scenario {scenario.Begun.Id} never ended.";
        }

        IReadOnlyList<string> due = run.Info.Plan is { } plan ? suite.Plans.GetValueOrDefault(plan, suite.Requirements) : suite.Requirements;
        string[] notRun = [.. due.Except(run.Info.NotApplicable?.Keys ?? []).Except(run.Scenarios.SelectMany(scenario => scenario.Begun.Requirements))];
        if (notRun.Length > 0)
        {
            yield return notRun.Length <= MostNamed
                ? $"No scenario was run for {string.Join(", ", notRun)}."
                : $"No scenario was run for {notRun.Length} of {due.Count} requirements: {string.Join(", ", notRun.Take(MostNamed))}, …";
        }
    }
}
