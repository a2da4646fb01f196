using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Nights;
using SigningKey = CardConformance.Harness.Attestation.SigningKey;

namespace CardConformance.Harness.Cli;

/// <summary>What is said and made at the end of a run, and what the shell is told.</summary>
internal static class RunConclusion
{
    /// <summary>Writes the report, prints verdict and files, and gives the exit code.</summary>
    /// <param name="run">The run.</param>
    /// <param name="log">What the test runner said.</param>
    internal static int Conclude(RunResult run, string log)
    {
        if (run is { NotBegun: null, Chosen: { Own.Count: 0, Chosen.Count: > 0 } })
        {
            Console.WriteLine($"Part {run.Info.Shard} has nothing to play: there are fewer scenarios than parts.");
            RunReport.Write(run);
            return ExitCode.Success;
        }

        if (run.NotBegun is null && run.Verdict is Verdict.Nothing or Verdict.Unfinished)
        {
            Console.Error.WriteLine(log);
        }

        string report = RunReport.Write(run);
        Console.WriteLine();
        if (run.NotBegun is { } notBegun)
        {
            Console.WriteLine($"The run did not begin ({ReportTexts.English.BlameWord(notBegun.Blame)}):\n  {string.Join("\n  ", notBegun.Problems)}\n");
        }

        foreach (ScenarioResult failed in run.Scenarios.Where(scenario => scenario.IsRed))
        {
            string rule = failed.Rule is { } said ? $"\n  {ReportTexts.English.BlameWord(said.Blame)}: {said.English}" : "";
            Console.WriteLine($"{failed.Begun.Id}{rule}\n  {failed.Error!.ReplaceLineEndings("\n  ")}\n");
        }

        SayExpectations(run);
        foreach ((Requirement requirement, IReadOnlyList<ScenarioResult> scenarios) in run.ByRequirement())
        {
            ScenarioResult[] tried = [.. scenarios.Where(scenario => scenario.NotTestable is null)];
            int passed = tried.Count(scenario => scenario.Passed);
            string mark = tried.Length == 0 ? "–" : passed == tried.Length ? "✔" : tried.Any(scenario => scenario.IsRed) ? "✘" : "≈";
            Console.WriteLine($"{mark} {requirement.Id}  {passed} of {scenarios.Count}  {requirement.Words}");
            foreach (IGrouping<string, ScenarioResult> reason in scenarios.Where(scenario => scenario.NotTestable is not null).GroupBy(scenario => scenario.NotTestable!))
            {
                Console.WriteLine($"        {reason.Count()} not testable: {reason.Key}");
            }
        }

        foreach (IGrouping<string, string> reason in (run.Info.NotApplicable ?? new Dictionary<string, string>()).GroupBy(one => one.Value, one => one.Key))
        {
            Console.WriteLine($"– {string.Join(' ', reason)}  not applicable: {reason.Key}");
        }

        foreach (string id in run.FindMissing())
        {
            Console.WriteLine($"✘ {id}  fewer scenarios were played than revision {run.Info.PlanRevision} has");
        }

        Console.WriteLine();
        Console.WriteLine($"Verdict: {ReportTexts.English.VerdictWord(run.Verdict)} ({ReportTexts.French.VerdictWord(run.Verdict)}){PartOf(run.Info)}");
        Console.WriteLine($"Report:   {report} (for people)");
        foreach ((string name, string file, string forWhom) in RunReport.ForMachines)
        {
            Console.WriteLine($"{name + ":",-10}{Path.Combine(run.Folder.Path, file)} (for {forWhom})");
        }

        return run.Verdict switch
        {
            Verdict.Conforming or Verdict.AsExpected => ExitCode.Success,
            Verdict.NotConforming => ExitCode.Product,
            Verdict.HarnessFailed => ExitCode.Harness,
            _ => ExitCode.Configuration,
        };
    }

    // Whoever asked for a part knows that it is one; what broke off is no basis for a statement.
    internal static int AttestTo(RunResult run, SigningKey key, int verdict)
    {
        if (run.Verdict is not (Verdict.Conforming or Verdict.NotConforming))
        {
            Console.WriteLine("No attestation: this run says nothing about the product.");
            return verdict;
        }

        int attested = HandIn.Write(run, key, partial: run.Info.IsPart || run.Expected is not null);
        return attested == ExitCode.Success ? verdict : attested;
    }

    // A word that is taken for the product's as a whole must not come from a part.
    private static string PartOf(RunInfo info)
    {
        string tags = info.Tags.Count > 0 ? $", for {string.Join(' ', info.Tags)} only" : "";
        string shard = info.Shard is { } part ? $", for part {part} only" : "";
        return tags + shard;
    }

    private static void SayExpectations(RunResult run)
    {
        foreach (ScenarioResult scenario in run.Scenarios.Where(scenario => scenario.Expected is not null))
        {
            ExpectedFailure entry = scenario.Expected!;
            Console.WriteLine($"≈ {scenario.Begun.Id}\n  failed as expected until {entry.Expires:yyyy-MM-dd}: {entry.Reason} ({entry.Owner})\n");
        }

        foreach (ExpectationProblem problem in run.ExpectationProblems)
        {
            Console.WriteLine($"✘ {problem.English}\n");
        }

        foreach (string id in run.NotBegun is null ? run.NotPlayed.Except(run.Scenarios.Select(scenario => scenario.Begun.Id)) : [])
        {
            Console.WriteLine($"✘ {id}\n  was to be played, and never began\n");
        }

        ScenarioResult[] unexpected = [.. run.Scenarios.Where(scenario => scenario.IsRed && scenario.Rule?.Blame == Blame.Product)];
        if (run.Expected is not null && unexpected.Length > 0)
        {
            Console.WriteLine("If you know of a failure, fill in its entry and paste it into the file of expected failures:");
            Console.WriteLine($"{string.Join('\n', unexpected.Select(scenario => $"  {ExpectedFailures.EntryFor(scenario, run.Day)},"))}\n");
        }
    }
}
