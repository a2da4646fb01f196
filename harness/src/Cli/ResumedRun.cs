using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Cli;

/// <summary>A run that was killed and is gone on with: it plays what had not ended, as it was begun, in the same folder.</summary>
internal static class ResumedRun
{
    // What a scenario left that was killed in the middle of it stays, beside what counts.
    private const string Interrupted = "interrupted";

    /// <summary>Plays the rest.</summary>
    /// <param name="killed">The run's folder.</param>
    /// <param name="version">The version of CardConformance that goes on.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code that the run would have had.</returns>
    /// <exception cref="UserException">It cannot be gone on with.</exception>
    internal static async Task<int> PlayAsync(DirectoryInfo killed, string version, CancellationToken cancellation)
    {
        RunResult before = RunFolders.Load(killed);
        var origin = RunOrigin.Read(before.Folder);
        RefuseAnother(before, origin, version);
        RunFolder folder = before.Folder;
        RunInfo info = before.Info with { RunnerExitCode = null, Order = null, Resumed = before.Info.Resumed + 1 };
        File.Delete(Path.Combine(folder.Path, NotBegun.FileName));
        SetAside(folder, info.Resumed);
        RunResult.Describe(folder, info);
        var ended = RunResult.Load(folder);
        string log = "";
        int? exitCode = 0;
        if (ended.Chosen is null || ended.NotPlayed.Count > 0)
        {
            Console.WriteLine($"Conformance run of {info.Target} {info.TargetVersion}, resumed: {ended.Scenarios.Count} scenarios had ended, {ended.NotPlayed.Count} are left");
            Console.WriteLine($"Folder:   {folder.Path}");
            DirectoryInfo? also = info.Also is null ? null : new(info.Also);
            string program = also is null ? FeatureProject.Program : await FeatureProject.BuildWithAsync(also);
            string? filter = WantedScenarios.Filter(origin.Expression, also);
            (exitCode, log) = await FeatureRunner.RunAsync(
                info, origin, folder, FeatureRunner.TestArguments(program, info.Workers, filter, trx: null), cancellation);
        }

        // The runner speaks of its own part only: a failure before it counts as much.
        var run = RunResult.Load(folder);
        int? whole = exitCode == 0 && run.Scenarios.Any(scenario => scenario.Failed) ? 1 : exitCode;
        RunResult.Describe(folder, info with { RunnerExitCode = whole, Order = run.Order });
        return RunConclusion.Conclude(RunResult.Load(folder), log);
    }

    private static void RefuseAnother(RunResult run, RunOrigin origin, string version)
    {
        if (run.Info.Certifies)
        {
            throw new UserException($"{run.Folder.Path} is to certify a product: such a run is played in one go. Start it again.");
        }

        if (run.Info.Version != version)
        {
            throw new UserException($"{run.Folder.Path} was begun by CardConformance {run.Info.Version}, and this is {version}: one run is played by one version. Start it again.");
        }

        if (origin.ServiceFile is null && Target.Load(origin.TargetFile) is var target && (target.Name, target.Version) != (run.Info.Target, run.Info.TargetVersion))
        {
            throw new UserException($"{run.Folder.Path} was about {run.Info.Target} {run.Info.TargetVersion}, and {origin.TargetFile} is {target.Name} {target.Version} now. Start it again.");
        }

        try
        {
            run.Folder.Occupy().Dispose();
        }
        catch (IOException)
        {
            throw new UserException($"{run.Folder.Path} is still being played: a process writes in it. Stop that one, or wait for its end.");
        }
    }

    private static void SetAside(RunFolder folder, int time)
    {
        IReadOnlySet<string> ended = ChosenScenarios.EndedIn(folder);
        foreach (string path in Directory.GetDirectories(folder.Scenarios).Where(path => !ended.Contains(Path.GetFileName(path))))
        {
            string aside = Path.Combine(folder.Path, Interrupted, $"{time}");
            Directory.CreateDirectory(aside);
            Directory.Move(path, Path.Combine(aside, Path.GetFileName(path)));
        }
    }
}
