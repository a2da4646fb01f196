using System.CommandLine;
using CardConformance.Harness.Certification;

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
            Console.WriteLine(RunReport.Write(RunFolders.Load(arguments.GetValue(Folder)!)));
            return ExitCode.Success;
        });
        return command;
    }
}
