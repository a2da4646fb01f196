using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Attestation;

/// <summary>Whether the parts of a run agree about what ran.</summary>
internal static class RunConsistency
{
    /// <summary>Where they do not, a sentence each.</summary>
    /// <param name="run">The run.</param>
    /// <param name="suite">What it was played with, if that is known.</param>
    internal static IEnumerable<string> ComplaintsAbout(RunResult run, SuiteRecord? suite)
    {
        if (suite is not null && suite.Version != run.Info.Version)
        {
            yield return $"{RunResult.InfoFile} is of CardConformance {run.Info.Version}, {SuiteRecord.FileName} of {suite.Version}.";
        }

        if (run.Scenarios.Count == 0)
        {
            yield return "No scenario was run.";
        }

        string[] ids = [.. run.Scenarios.Select(scenario => scenario.Begun.Id)];
        string[] folders = [.. Directory.EnumerateDirectories(run.Folder.Scenarios).Select(folder => Path.GetFileName(folder)!)];
        foreach (string folder in folders.Except(ids).Order(StringComparer.Ordinal))
        {
            yield return $"scenarios/{folder} is not that of the scenario whose {ScenarioEvidence.EventsFile} it holds.";
        }

        foreach (string id in ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            yield return $"Scenario {id} is there more than once.";
        }

        // A run that was killed did not come to write its order down.
        foreach (string id in (run.Info.Order ?? []).Except(ids))
        {
            yield return $"Scenario {id} began, says {RunResult.InfoFile}, and its evidence is gone.";
        }

        foreach (string id in run.Info.Order is null ? [] : ids.Except(run.Info.Order))
        {
            yield return $"Scenario {id} did not run, says {RunResult.InfoFile}, and yet there is evidence of it.";
        }
    }
}
