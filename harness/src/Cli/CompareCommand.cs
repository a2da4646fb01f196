using System.CommandLine;
using System.Globalization;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Cli;

/// <summary><c>compare</c>: what changed from one run to the next.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Runs = new("runs")
    {
        Description = "The earlier run and the later one: folders, names below artifacts/runs, or \"last\"; \"last\" alone compares the latest two.",
        Arity = new ArgumentArity(1, 2),
    };

    internal static Command Create()
    {
        var command = new Command("compare", "Shows what changed from one run to a later one, and writes a one-page letter about it beside the later one's report.") { Runs };
        command.SetAction(arguments =>
        {
            IReadOnlyList<DirectoryInfo> folders = arguments.GetValue(Runs) switch
            {
                [RunFolders.Last] => RunFolders.Newest(2),
                [var only] => throw new UserException($"compare {only}: a second run is needed, the later one."),
                var two => [.. two!.Select(RunFolders.Find)],
            };
            var comparison = new RunComparison(RunFolders.Load(folders[0]), RunFolders.Load(folders[1]));
            Say(comparison);
            string letter = ComparisonLetter.Write(comparison, Path.Combine(comparison.After.Folder.Path, "comparison"));
            Console.WriteLine($"Letter:  {letter}");
            return comparison.IsWorse ? ExitCode.Difference : comparison.IsDifferent ? ExitCode.Changed : ExitCode.Success;
        });
        return command;
    }

    private static void Say(RunComparison comparison)
    {
        LetterTexts words = LetterTexts.English;
        if (!comparison.IsSameChoice)
        {
            Console.WriteLine($"{words.OtherChoice}\n");
        }

        foreach (IGrouping<ScenarioChange, ComparedScenario> kind in comparison.Scenarios.GroupBy(one => one.Change))
        {
            Console.WriteLine($"{words.ChangeWords(kind.Key)} ({kind.Count()})");
            foreach (ComparedScenario one in kind)
            {
                Console.WriteLine($"  {one.Id}{(one.Details.Length == 0 ? "" : $"\n      {one.Details}")}");
            }
        }

        Say(words.NewScreens, comparison.NewScreens);
        Say(words.GoneScreens, comparison.GoneScreens);
        Say(words.Applicability, comparison.Applicability);
        Console.WriteLine(comparison.Speed is { } speed
            ? string.Create(CultureInfo.InvariantCulture, $"Durations: median ×{speed.Median:0.00}; slower means more than ×{speed.Limit:0.00}, by the spread of all.")
            : $"Durations: fewer than {SlowScenarios.Fewest} scenarios passed both times, too few to say.");
        Console.WriteLine(
            $"Verdict: {ReportTexts.English.VerdictWord(comparison.Before.Verdict)} → {ReportTexts.English.VerdictWord(comparison.After.Verdict)}: "
            + (comparison.IsWorse ? "worse" : comparison.IsDifferent ? "different, not worse" : "the same"));
    }

    private static void Say(string heading, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            Console.WriteLine($"{heading} ({items.Count})\n  {string.Join("\n  ", items)}");
        }
    }
}
