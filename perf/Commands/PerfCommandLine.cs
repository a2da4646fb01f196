using System.CommandLine;
using CardConformance.Harness.Cli;

namespace CardConformance.Perf.Commands;

/// <summary>The command line: what there is, and what becomes of errors.</summary>
internal static class PerfCommandLine
{
    // As long as a measurement may take to stop what it has started.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    internal static Task<int> RunAsync(string[] arguments, IReadOnlyList<IMeasurement> measurements) =>
        RunAsync(arguments, measurements, Console.Out, Console.Error);

    internal static async Task<int> RunAsync(string[] arguments, IReadOnlyList<IMeasurement> measurements, TextWriter output, TextWriter errors)
    {
        RootCommand root = MeasureCommand.Create(measurements);
        root.Add(ListCommand.Create(measurements));
        root.Add(FleetCommand.Create());
        root.Add(BenchmarksCommand.Create());

        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync("Help: add --help.");
            return ExitCode.Configuration;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopLimit, Output = output, Error = errors });
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped. Nothing was written.");
            return ExitCode.Configuration;
        }
        catch (UserException mistake)
        {
            await errors.WriteLineAsync(mistake.Message);
            return ExitCode.Configuration;
        }
        catch (Exception defect)
        {
            await errors.WriteLineAsync($"CardConformance itself failed, please report this: {defect}");
            return ExitCode.Defect;
        }
    }
}
