using System.CommandLine;
using CardConformance.Harness.Attestation;

namespace CardConformance.Harness.Cli;

/// <summary><c>package</c>: makes of a run what is handed in.</summary>
internal static class PackageCommand
{
    private static readonly Argument<string> Run = new("run") { Description = "The run: its folder, its name below artifacts/runs, or \"last\"." };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "The zip file to make; without it, one beside the run's folder.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Partial = new("--partial")
    {
        Description = "Also a run that was limited or stopped; the statement says so, and never PASSED.",
    };

    internal static Command Create()
    {
        var command = new Command(
            "package", "Checks a run and packs it, with its verdict and a signed attestation, into one zip file to hand in; verifies that file.")
        {
            Run, SigningOptions.Key, Out, Partial,
        };
        command.SetAction(arguments =>
        {
            using SigningKey key = SigningOptions.Load(arguments);
            return HandIn.Write(RunFolders.Load(RunFolders.Find(arguments.GetValue(Run)!)), key, arguments.GetValue(Partial), arguments.GetValue(Out)?.FullName);
        });
        return command;
    }
}
