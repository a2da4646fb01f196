using System.CommandLine;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Cli;

/// <summary><c>report</c>: makes the report of a run again from its evidence.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Run = new("run") { Description = "The run: its folder, its name below artifacts/runs, or \"last\"." };

    internal static Command Create()
    {
        var command = new Command("report", "Makes the report of a run again from what the run left behind.") { Run };
        command.SetAction(arguments =>
        {
            Console.WriteLine(RunReport.Write(RunFolders.Load(RunFolders.Find(arguments.GetValue(Run)!))));
            return ExitCode.Success;
        });
        return command;
    }
}
