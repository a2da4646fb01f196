using System.Diagnostics;
using System.Text.RegularExpressions;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Nights;

/// <summary>A run that really was played, by the program and against the reference; its folder goes with it.</summary>
internal sealed partial class PlayedRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private PlayedRun(ProgramResult result)
    {
        (ExitCode, Output) = (result.ExitCode, result.Output);
        Match folder = ReportLine().Match(Output);
        Assert.That(folder.Success, Is.True, result.Text);
        Folder = folder.Groups[1].Value;
    }

    internal int ExitCode { get; }

    internal string Output { get; }

    internal string Folder { get; }

    /// <summary>Each scenario with what became of it, a line each.</summary>
    internal IEnumerable<string> Results =>
        from scenario in RunResult.Load(new RunFolder(Folder)).Scenarios
        orderby scenario.Begun.Id
        select $"{scenario.Begun.Id}: {(scenario.Passed ? "passed" : $"{scenario.Rule?.Id} {scenario.Error}")}";

    /// <summary>What the terminal says of requirements and of the whole.</summary>
    internal IEnumerable<string> Verdict => VerdictLine().Matches(Output).Select(line => line.Value);

    internal static async Task<PlayedRun> PlayAsync(params string[] arguments) =>
        new(await new ProgramRun("dotnet", [Program, .. arguments]) { Limit = Limit }.RunAsync());

    /// <summary>The same with variables.</summary>
    internal static async Task<PlayedRun> PlayAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new(await new ProgramRun("dotnet", [Program, .. arguments]) { Limit = Limit, Environment = environment }.RunAsync());

    /// <summary>Plays a run until some scenarios have ended, and kills its process then: that one only, and without a word.</summary>
    /// <param name="ended">How many.</param>
    /// <param name="environment">Variables.</param>
    /// <param name="arguments">What is typed.</param>
    /// <returns>The run's folder.</returns>
    internal static async Task<string> KillAsync(int ended, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true };
        environment.ToList().ForEach(variable => start.Environment[variable.Key] = variable.Value);
        using Process run = Process.Start(start)!;
        string read = "";
        try
        {
            while (EndedLine().Count(read) < ended)
            {
                read += await run.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line
                    ? $"{line}\n"
                    : throw new InvalidOperationException($"the run ended before {ended} scenarios had: {read}");
            }
        }
        finally
        {
            run.Kill();
        }

        await run.WaitForExitAsync();
        return FolderLine().Match(read).Groups[1].Value;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CardConformance.Harness.dll");

    [GeneratedRegex(@"^Report: +(.+)/report/index\.html ", RegexOptions.Multiline)]
    private static partial Regex ReportLine();

    [GeneratedRegex(@"^Folder: +(.+)$", RegexOptions.Multiline)]
    private static partial Regex FolderLine();

    [GeneratedRegex(@"^(. \w_\d\d  \d+ of .+|Verdict: .+)$", RegexOptions.Multiline)]
    private static partial Regex VerdictLine();

    [GeneratedRegex(@"^[✔✘] .+ s$", RegexOptions.Multiline)]
    private static partial Regex EndedLine();
}
