using System.Diagnostics;
using System.Reflection;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Biting;

/// <summary>Plays scenarios with a defect, and without any. Each time is a run of its own, as anybody's is.</summary>
/// <param name="folder">Where the matrix stands: the evidence goes beside it, and not among the runs of products.</param>
/// <param name="workers">Scenarios that run at the same time.</param>
/// <param name="whole">Whether to play every scenario of base requirements with each defect.</param>
internal sealed class BitePlayer(string folder, int workers, bool whole)
{
    // What a product has to do; the requirements about our own card have no defect.
    private static readonly string[] BaseRequirements = [.. Requirement.All.Where(requirement => requirement.Level == Level.Base).Select(requirement => requirement.Id)];

    // A row takes minutes on a busy machine, the whole base an hour.
    private readonly TimeSpan _limit = TimeSpan.FromMinutes(whole ? 90 : 20);

    /// <summary>The requirements whose scenarios are played with a defect.</summary>
    /// <param name="defect">The defect.</param>
    internal IReadOnlyList<string> RequirementsFor(SeededDefect defect) => !whole || defect.Product == DefectiveProduct.Service ? defect.Requirements : BaseRequirements;

    /// <summary>Plays the scenarios of requirements without any defect.</summary>
    /// <param name="product">The product.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserException">They could not be played.</exception>
    internal async Task<IReadOnlyList<Control>> PlayWithoutAsync(DefectiveProduct product, IReadOnlyList<string> requirements, CancellationToken cancellation)
    {
        RunResult run = await RunAsync(product, defect: null, $"without-defects-{product}", requirements, untilFailure: false, cancellation);
        return run is { NotBegun: null, Info.RunnerExitCode: not null }
            ? [.. Control.Of(product, requirements, run)]
            : throw new UserException($"Without any defect, the run in {run.Folder.Path} came to no result. {string.Join(' ', run.NotBegun?.Problems ?? [])}");
    }

    /// <summary>Plays the scenarios that are to catch a defect, until one does for each requirement, or all of the base.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="controls">What the scenarios say without it.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<Bite> PlayAsync(SeededDefect defect, IReadOnlyList<Control> controls, CancellationToken cancellation)
    {
        DateTimeOffset begun = DateTimeOffset.UtcNow;
        long start = Stopwatch.GetTimestamp();
        List<RunResult> runs = [];
        Bite Made() => Bite.Of(defect, begun, Stopwatch.GetElapsedTime(start), whole, runs, controls);
        if (whole)
        {
            runs.Add(await RunAsync(defect.Product, defect, defect.Name, RequirementsFor(defect), untilFailure: false, cancellation));
            return Made();
        }

        foreach (string requirement in defect.Requirements)
        {
            string name = $"{defect.Name}-{requirement}";
            runs.Add(await RunAsync(defect.Product, defect, name, [requirement], untilFailure: true, cancellation));

            // What stopped it was something else, perhaps the machine's doing: the others have not had their turn.
            if (Made().OutcomeOf(requirement) == BiteOutcome.OtherReason)
            {
                runs.Add(await RunAsync(defect.Product, defect, $"{name}-all", [requirement], untilFailure: false, cancellation));
            }
        }

        return Made();
    }

    private async Task<RunResult> RunAsync(
        DefectiveProduct product, SeededDefect? defect, string name, IReadOnlyList<string> requirements, bool untilFailure, CancellationToken cancellation)
    {
        var evidence = new RunFolder(Path.Combine(folder, "runs", name));
        if (Directory.Exists(evidence.Path))
        {
            Directory.Delete(evidence.Path, recursive: true);
        }

        Directory.CreateDirectory(evidence.Path);
        await using DefectiveService? service = product == DefectiveProduct.Service ? await DefectiveService.StartAsync(defect, evidence.Path) : null;
        string[] tested = service is not null ? ["--service", service.File] : defect is not null ? ["--target", defect.WriteTarget(evidence.Path)] : [];
        string[] stop = untilFailure ? ["--until-failure"] : [];
        var program = new ProgramRun(
            "dotnet",
            [Assembly.GetExecutingAssembly().Location, "run", .. tested, "--tags", string.Join(" or ", requirements), "--workers", $"{workers}", .. stop])
        {
            Environment = new Dictionary<string, string> { [RunFolder.Variable] = evidence.Path },
            Limit = _limit,
        };
        string said;
        try
        {
            ProgramResult result = await program.RunAsync(cancellation);
            said = $"{result.Output}\n{result.Errors}";
        }
        catch (TimeoutException late)
        {
            // What it has played is there, and that it was stopped; the other defects have their turn.
            said = late.Message;
        }

        return File.Exists(Path.Combine(evidence.Path, RunResult.InfoFile))
            ? RunResult.Load(evidence)
            : throw new UserException($"The run in {evidence.Path} came to no result:\n{said}");
    }
}
