using System.CommandLine;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary>The command line: what there is, and what becomes of errors.</summary>
internal static class CommandLine
{
    // Longer than pcscd gets to end by itself: what was started is stopped and cleared away before the program goes.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    internal static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("CardConformance: virtual CPS cards in a virtual reader, and conformance runs for e-CPS products.")
        {
            CardCommand.Create(),
            InitCommand.Create(),
            RunCommand.Create(),
            ReportCommand.Create(),
            CompareCommand.Create(),
            MergeCommand.Create(),
            CiTemplateCommand.Create(),
            PackageCommand.Create(),
            VerifyCommand.Create(),
            KeygenCommand.Create(),
            ScreensCommand.Create(),
            PortalCommand.Create(),
            ServiceCommand.Create(),
            BiteCommand.Create(),
            StepsCommand.Create(),
            PlansCommand.Create(),
            DoctorCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Help: add --help.");
            return ExitCode.Configuration;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopLimit });
        }
        catch (Exception mistake) when (mistake is UserException or FixtureException or UnknownCardException or UnknownFaultException
            or TraceException or PcscStartException or FileNotFoundException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return ExitCode.Configuration;
        }
        catch (Exception defect)
        {
            await Console.Error.WriteLineAsync($"CardConformance itself failed, please report this: {defect}");
            return ExitCode.Harness;
        }
    }
}
