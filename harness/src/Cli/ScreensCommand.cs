using System.CommandLine;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Cli;

/// <summary><c>screens</c>: makes the atlas of all screens from the pictures of a run.</summary>
internal static class ScreensCommand
{
    private static readonly Option<DirectoryInfo?> Run = new("--run")
    {
        Description = "The run's folder; the newest whole run below artifacts/runs when none is given.",
        HelpName = "FOLDER",
    };

    internal static Command Create()
    {
        var command = new Command("screens", "Makes a page with each screen that people can meet: its picture, its cause, its texts, what comes next.") { Run };
        command.SetAction(arguments =>
        {
            RunResult run = RunFolders.Load(arguments.GetValue(Run) ?? Newest());
            var atlas = new ScreenAtlas(run);
            Console.WriteLine($"{atlas.Seen.Count} of {atlas.Seen.Count + atlas.NeverSeen.Count} screens were seen in {run.Folder.Path}.");
            foreach (Screen screen in atlas.NeverSeen)
            {
                Console.WriteLine($"✘ {screen.Id}: {screen.Name}");
            }

            int texts = GuideText.All.Count;
            int leftOut = GuideText.LeftOut.Count;
            Console.WriteLine(
                $"{texts - leftOut} of {texts} texts of the guides stand on screens; fixtures/sources/unused.csv says of {leftOut} why they do not.");
            Console.WriteLine($"Atlas: {atlas.Write()}");
            return ExitCode.Success;
        });
        return command;
    }

    // The name of a run's folder is the time when it began.
    private static DirectoryInfo Newest()
    {
        var runs = new DirectoryInfo(RunFolder.All);
        return (runs.Exists ? runs.GetDirectories() : [])
            .OrderByDescending(run => run.Name, StringComparer.Ordinal)
            .FirstOrDefault(run => File.Exists(Path.Combine(run.FullName, RunResult.InfoFile)) && RunFolders.Load(run).IsWhole)
            ?? throw new UserException("No run of all scenarios is below artifacts/runs. First run \"./run-tests.sh features\", or name a run with --run.");
    }
}
