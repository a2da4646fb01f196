using System.Diagnostics;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Cli;

/// <summary>Runs features in a process of their own, which the test runner starts.</summary>
internal static class FeatureRunner
{
    /// <summary>Runs them, and shows each scenario when it has ended.</summary>
    /// <param name="info">What the run is.</param>
    /// <param name="origin">How it was begun.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="arguments">What <c>dotnet</c> is told.</param>
    /// <param name="cancellation">Stops it; what it has started is stopped too.</param>
    /// <returns>What the test runner ended with, <see langword="null"/> when it was stopped, and what it said.</returns>
    internal static async Task<(int? ExitCode, string Log)> RunAsync(
        RunInfo info, RunOrigin origin, RunFolder folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[RunFolder.Variable] = folder.Path;
        start.Environment[Target.Variable] = origin.TargetFile;
        start.Environment[HarnessSettings.WorkersVariable] = $"{info.Workers}";
        start.Environment[HarnessSettings.SeedVariable] = $"{info.Seed}";
        start.Environment[HarnessSettings.ShuffledVariable] = info.Shuffled ? "1" : "0";
        start.Environment[HarnessSettings.TracedVariable] = origin.Traced ? "1" : "0";
        start.Environment[HarnessSettings.UntilFailureVariable] = origin.UntilFailure ? "1" : "0";
        start.Environment[HarnessSettings.ServiceVariable] = origin.ServiceFile;
        start.Environment[ChosenScenarios.TagsVariable] = origin.Expression;
        start.Environment[Shard.Variable] = info.Shard;
        start.Environment["SPECFLOW_TELEMETRY_ENABLED"] = "0";
        start.Environment[RunProcess.Variable] = $"{Environment.ProcessId}";
        using var temporary = TemporaryFiles.Create();
        start.Environment["TMPDIR"] = temporary.Folder.FullName;
        List<string> log = [];
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(log, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(log, line.Data);
        using var progress = new RunProgress(folder);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, string.Join('\n', log));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Console.WriteLine("Stopped. What was done so far is in the report.");
            return (null, string.Join('\n', log));
        }
    }

    internal static string[] TestArguments(string program, int workers, string? filter, DirectoryInfo? trx)
    {
        string[] limit = filter is null ? [] : ["--filter", filter];
        string[] results = trx is null ? [] : ["--logger", "trx;LogFileName=features.trx", "--results-directory", trx.FullName];
        return
        [
            "test", program, .. limit, .. results,

            // A filter that matches nothing is a mistake, not a success.
            "--", "RunConfiguration.TreatNoTestsAsError=true", $"NUnit.NumberOfTestWorkers={workers}",
        ];
    }

    private static void Keep(List<string> log, string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.Add(line);
            }
        }
    }
}
