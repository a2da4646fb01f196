using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using CardConformance.Harness.Biting;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Cli;

/// <summary><c>bite</c>: starts the reference with each of its seeded defects in turn, and shows which scenarios find it.</summary>
internal static class BiteCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(90);

    internal static Command Create()
    {
        var names = new Argument<string[]>("defect") { Description = "Defects to try; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var workers = new Option<int>("--workers") { Description = "Scenarios that run at the same time.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var atOnce = new Option<int>("--at-once") { Description = "Defects that are tried at the same time: most of the time is spent waiting for screens that do not come.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Plays every scenario of base requirements with each defect, and lists those that find none. Takes hours." };
        var command = new Command("bite", "Starts the built-in reference with each of its seeded defects in turn, and shows which scenarios find it.") 
        {
            names, workers, atOnce, all,
        };
        command.SetAction((options, cancellation) => RunAsync(options.GetValue(names)!, options.GetValue(workers), options.GetValue(all), options.GetValue(atOnce), cancellation));
        return command;
    }

    /// <summary>The defect of a name.</summary>
    /// <exception cref="UserException">There is none.</exception>
    internal static SeededDefect Find(string name) => SeededDefect.All.FirstOrDefault(defect => defect.Name == name)
        ?? throw new UserException($"There is no defect \"{name}\"; there are {string.Join(", ", SeededDefect.All.Select(defect => defect.Name))}.");

    private static async Task<int> RunAsync(string[] names, int workers, bool all, int atOnce, CancellationToken cancellation)
    {
        await Task.Yield();
        SeededDefect[] defects = names.Length == 0 ? [.. SeededDefect.All] : [.. names.Select(Find)];
        DateTimeOffset started = DateTimeOffset.UtcNow;
        string folder = Path.Combine(BiteMatrix.All, started.ToLocalTime().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        string version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var bites = new Bite[defects.Length];
        ConcurrentBag<RunResult> played = [];
        await Parallel.ForAsync(0, defects.Length, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (index, _) =>
        {
            long begun = Stopwatch.GetTimestamp();
            List<RunResult> runs = [];
            foreach (string expression in all ? [string.Join(" or ", BaseRequirements)] : defects[index].Requirements)
            {
                runs.Add(await RunAsync(defects[index], expression, workers, all, folder));
            }

            runs.ForEach(played.Add);
            bites[index] = Bite.Of(defects[index], runs, Stopwatch.GetElapsedTime(begun));
            Show(bites[index]);
        });
        var matrix = new BiteMatrix(
            version,
            started,
            Math.Round((DateTimeOffset.UtcNow - started).TotalSeconds, 1),
            all,
            bites,
            all ? [.. played.SelectMany(run => run.Scenarios).Select(scenario => scenario.Begun.Title).Except(bites.SelectMany(bite => bite.Red).Select(red => red.Title)).Order(StringComparer.Ordinal)] : null);
        string page = matrix.Write(folder);
        return Conclude(matrix, page);
    }

    // What a product has to do; the requirements about our own card have no defect.
    private static IEnumerable<string> BaseRequirements =>
        Requirement.All.Where(requirement => requirement.Level == Level.Base).Select(requirement => requirement.Id);

    private static async Task<RunResult> RunAsync(SeededDefect defect, string expression, int workers, bool whole, string folder)
    {
        string[] stop = whole ? [] : ["--until-failure"];

        // With the matrix that it is the proof of, and not among the runs of products.
        var evidence = new RunFolder(Path.Combine(folder, "runs", whole ? defect.Name : $"{defect.Name}-{expression}"));
        ProgramResult result = await new ProgramRun(
            "dotnet",
            [
                Assembly.GetExecutingAssembly().Location, "run", "--target", defect.WriteTarget(folder), "--tags", expression, "--workers", $"{workers}", .. stop,
            ])
        {
            Environment = new Dictionary<string, string> { [RunFolder.Variable] = evidence.Path },
            Limit = Limit,
        }.RunAsync();
        return File.Exists(Path.Combine(evidence.Path, RunResult.InfoFile)) && RunResult.Load(evidence) is { } run
            ? run
            : throw new UserException($"The run with \"{defect.Name}\" came to no result:\n{result.Output}\n{result.Errors}");
    }

    // One text each: several defects are tried at the same time.
    private static void Show(Bite bite) => Console.WriteLine(string.Join(
        Environment.NewLine,
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(bite.IsCaught ? "✔" : "✘")} {bite.Defect.Name}  {string.Join(' ', bite.Defect.Requirements)}  {bite.Seconds:0.0} s"),
            .. bite.Red.Select(red => $"    {string.Join(' ', red.Requirements)}  {red.Title}  {BiteTexts.English.BlameWord(red.Blame)}"),
            .. bite.Problem is { } problem ? [$"    did not begin: {problem}"] : Array.Empty<string>(),
            .. bite.IsCaught ? Array.Empty<string>() : [$"    {BiteTexts.English.Missed(bite.Missed)}"],
        ]));

    private static int Conclude(BiteMatrix matrix, string page)
    {
        Console.WriteLine();
        if (matrix.Idle is { Count: > 0 } idle)
        {
            Console.WriteLine($"{BiteTexts.English.Idle}:\n  {string.Join("\n  ", idle)}\n");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{BiteTexts.English.Count(matrix.Caught, matrix.Bites.Count)}, {matrix.Seconds:0} s"));
        Console.WriteLine($"Matrix:  {page}");
        return matrix.Caught == matrix.Bites.Count ? ExitCode.Success : ExitCode.Harness;
    }
}
