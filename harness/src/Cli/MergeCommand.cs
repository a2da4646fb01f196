using System.CommandLine;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Cli;

/// <summary><c>merge</c>: joins the parts of a run to one, with the verdict and report that one run would have had.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> Runs = new("runs")
    {
        Description = "The folders of all parts, in any order.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal static Command Create()
    {
        var command = new Command("merge", "Joins the parts of a run, which run --shard I/N has played, to one run below artifacts/runs, and gives its verdict.") { Runs };
        command.SetAction(arguments =>
        {
            RunResult[] parts = [.. arguments.GetValue(Runs)!.Select(RunFolders.Find).Select(RunFolders.Load)];
            return RunConclusion.Conclude(new ShardMerge(parts).Join(() => RunFolder.CreateNew()), log: "");
        });
        return command;
    }
}
