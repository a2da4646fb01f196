using System.CommandLine;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Cli;

/// <summary><c>report</c>: makes the report of a run again from its evidence.</summary>
internal static class ReportCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "The run's folder, below artifacts/runs." };

    internal static Command Create()
    {
        var command = new Command("report", "Makes the report of a run again from what the run left behind.") { Folder };
        command.SetAction(arguments =>
        {
            DirectoryInfo folder = arguments.GetValue(Folder)!;
            if (!File.Exists(Path.Combine(folder.FullName, RunResult.InfoFile)))
            {
                throw new UserException($"{folder.FullName} is not the folder of a run: it holds no {RunResult.InfoFile}.");
            }

            Console.WriteLine(RunReport.Write(Load(folder)));
            return ExitCode.Success;
        });
        return command;
    }

    private static RunResult Load(DirectoryInfo folder)
    {
        try
        {
            return RunResult.Load(new RunFolder(folder.FullName));
        }
        catch (IOException failure)
        {
            throw new UserException($"{folder.FullName} is not the folder of a run: {failure.Message}");
        }
    }
}
