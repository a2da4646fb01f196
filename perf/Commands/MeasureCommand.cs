using System.CommandLine;
using CardConformance.Harness;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Commands;

/// <summary>No command: measures, prints the table and the comparison, and writes what was asked for.</summary>
internal static class MeasureCommand
{
    private static readonly Option<bool> Full = new("--full")
    {
        Description = "More and longer rounds, for figures that are published; writes perf/RESULTS.md with its pictures. Takes long: wait for a quiet machine.",
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only these measurements; \"list\" says which there are.",
        HelpName = "NAME,...",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Writes RESULTS.md and its pictures into this folder, also without --full.", HelpName = "DIR" };

    private static readonly Option<bool> WriteLimits = new("--write-limits")
    {
        Description = "Keeps what was measured in perf/limits.json: later runs are compared with it.",
    };

    internal static RootCommand Create(IReadOnlyList<IMeasurement> measurements)
    {
        var command = new RootCommand(
            "Measures the virtual card and its reader, beside the machine's limits and the peers where they are installed. "
            + "Exit code 1 when something answered wrongly, 2 when this machine lacks what was asked for, 3 when a measurement crashed; never for a time.")
        {
            Full, Only, Out, WriteLimits,
        };

        // In a thread of its own: Ctrl-C is listened to once the action has given up this one.
        command.SetAction((arguments, stop) => Task.Run(() => RunAsync(arguments, measurements, stop), CancellationToken.None));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, IReadOnlyList<IMeasurement> measurements, CancellationToken stop)
    {
        TextWriter output = arguments.InvocationConfiguration.Output;
        bool full = arguments.GetValue(Full);
        string[] names = arguments.GetValue(Only) ?? [];
        IReadOnlyList<IMeasurement> chosen = ChosenMeasurements.Of(measurements, names);
        string ownFolder = Path.Combine(Repository.Root, "perf");
        string limitsFile = Path.Combine(ownFolder, Limits.FileName);
        var limits = Limits.Load(limitsFile);
        var machine = Machine.Read();
        await output.WriteLineAsync($"{machine.Name}; load before: {machine.LoadBefore}");

        IReadOnlyList<Answer> answers = await Survey.AskAsync(chosen, full ? Pace.Full : Pace.Short, arguments.InvocationConfiguration.Error, stop);

        await output.WriteLineAsync();
        await output.WriteAsync(ResultsTable.ForConsole(answers));
        await output.WriteAsync(LimitsComparison.Of(limits, answers, machine.Name).ToText());
        var revision = await Revision.ReadAsync(Repository.Root, stop);
        if (FolderFor(arguments, names, ownFolder) is { } folder)
        {
            Directory.CreateDirectory(folder);
            var page = new ResultsPage(answers, machine, revision, DateTimeOffset.UtcNow)
            {
                Command = CommandThatRan(full, names, arguments.GetValue(Out)),
                PeerCommand = ListCommand.PeerPackages(measurements),
                IsFull = full,
            };
            await output.WriteLineAsync($"Results: {page.Write(folder)}");
        }
        else if (full)
        {
            await output.WriteLineAsync("perf/RESULTS.md is left as it is: only a part was measured. --out DIR says where to write the part.");
        }

        if (arguments.GetValue(WriteLimits))
        {
            limits.With(answers, machine.Name, revision).Write(limitsFile);
            await output.WriteLineAsync($"Limits:  {limitsFile}");
        }

        return ExitCode.Of(answers);
    }

    // A part never takes the place of the whole.
    private static string? FolderFor(ParseResult arguments, string[] names, string ownFolder) =>
        arguments.GetValue(Out)?.FullName ?? (arguments.GetValue(Full) && names.Length == 0 ? ownFolder : null);

    private static string CommandThatRan(bool full, string[] names, DirectoryInfo? folder) => string.Concat(
        "./run-tests.sh perf",
        full ? " --full" : "",
        names.Length == 0 ? "" : $" --only {string.Join(',', names)}",
        folder is null ? "" : " --out DIR");
}
