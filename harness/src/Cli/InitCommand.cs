using System.CommandLine;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Cli;

/// <summary><c>init</c>: begins the file that describes a product.</summary>
internal static class InitCommand
{
    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "Where to write it; one that is there already stays as it is.",
        DefaultValueFactory = _ => new("target.json"),
    };

    internal static Command Create()
    {
        var command = new Command("init", "Writes a file that describes your product, with all that may be said in it explained.") { File };
        command.SetAction(async (arguments, _) =>
        {
            FileInfo file = arguments.GetRequiredValue(File);
            await WriteAsync(file);
            Console.WriteLine(
                $"""
                {file.FullName} is written. Next:
                1. Fill in the addresses, what your product offers, and why it lacks the rest.
                2. ./run-tests.sh doctor                                   is this workstation well?
                3. ./run-tests.sh run --target {file.Name} --tag A_01        one requirement; what does not fit is named with its place in the file
                4. ./run-tests.sh run --target {file.Name} --certify socle   the verdict to show to others
                """);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(FileInfo file)
    {
        try
        {
            await using FileStream stream = new(file.FullName, FileMode.CreateNew);
            await using StreamWriter writer = new(stream);
            await writer.WriteAsync(NewTarget.Text);
        }
        catch (IOException) when (file.Exists)
        {
            throw new UserException($"{file.FullName} is there already, and stays as it is: give another name.");
        }
    }
}
