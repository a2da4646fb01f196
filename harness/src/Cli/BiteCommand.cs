using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CardConformance.Harness.Biting;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Cli;

/// <summary><c>bite</c>: starts the reference with each of its seeded defects in turn, and shows which scenarios find it.</summary>
internal static partial class BiteCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(90);

    internal static Command Create()
    {
        var names = new Argument<string[]>("defect") { Description = "Defects to try; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var workers = new Option<int>("--workers") { Description = "Scenarios that run at the same time.", DefaultValueFactory = _ => 2, HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Plays every scenario of base requirements with each defect, to find those that find nothing. Takes hours." };
        var command = new Command("bite", "Starts the built-in reference with each of its seeded defects in turn, and shows which scenarios find it.") { names, workers, all };
        command.SetAction((options, cancellation) => RunAsync(options.GetValue(names)!, options.GetValue(workers), options.GetValue(all), cancellation));
        return command;
    }

    /// <summary>The defect of a name.</summary>
    /// <exception cref="UserException">There is none.</exception>
    internal static SeededDefect Find(string name) => SeededDefect.All.FirstOrDefault(defect => defect.Name == name)
        ?? throw new UserException($"There is no defect \"{name}\"; there are {string.Join(", ", SeededDefect.All.Select(defect => defect.Name))}.");

    private static async Task<int> RunAsync(string[] names, int workers, bool all, CancellationToken cancellation)
    {
        await Task.Yield();
        SeededDefect[] defects = names.Length == 0 ? [.. SeededDefect.All] : [.. names.Select(Find)];
        DateTimeOffset started = DateTimeOffset.UtcNow;
        string folder = Path.Combine(BiteMatrix.All, started.ToLocalTime().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        List<Bite> bites = [];
        HashSet<string> played = [];
        foreach (SeededDefect defect in defects)
        {
            cancellation.ThrowIfCancellationRequested();
            long begun = Stopwatch.GetTimestamp();
            List<RunResult> runs = [];
            foreach (string expression in all ? [string.Join(" or ", BaseRequirements)] : defect.Requirements)
            {
                runs.Add(await RunAsync(defect, expression, workers, all, folder));
            }

            var bite = Bite.Of(defect, runs, Stopwatch.GetElapsedTime(begun));
            bites.Add(bite);
            played.UnionWith(runs.SelectMany(run => run.Scenarios).Select(scenario => scenario.Begun.Title));
            Show(bite);
        }

        var matrix = new BiteMatrix(
            Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            started,
            Math.Round((DateTimeOffset.UtcNow - started).TotalSeconds, 1),
            all,
            bites,
            all ? [.. played.Except(bites.SelectMany(bite => bite.Red).Select(red => red.Title)).Order(StringComparer.Ordinal)] : null);
        string page = matrix.Write(folder);
        return Conclude(matrix, page);
    }

    // What a product has to do; the requirements about our own card have no defect.
    private static IEnumerable<string> BaseRequirements =>
        Requirement.All.Where(requirement => requirement.Level == Level.Base).Select(requirement => requirement.Id);

    private static async Task<RunResult> RunAsync(SeededDefect defect, string expression, int workers, bool whole, string folder)
    {
        string[] stop = whole ? [] : ["--until-failure"];
        ProgramResult result = await new ProgramRun(
            "dotnet",
            [
                Assembly.GetExecutingAssembly().Location, "run", "--target", defect.WriteTarget(folder), "--tags", expression, "--workers", $"{workers}", .. stop,
            ])
        { Limit = Limit }.RunAsync();
        Match report = Report().Match(result.Output);
        if (!report.Success)
        {
            throw new UserException($"The run with \"{defect.Name}\" came to no result:\n{result.Output}\n{result.Errors}");
        }

        // With the matrix that it is the proof of, and not among the runs of products.
        string evidence = Path.Combine(folder, "runs", whole ? defect.Name : $"{defect.Name} {expression}");
        Directory.CreateDirectory(Path.GetDirectoryName(evidence)!);
        Directory.Move(report.Groups[1].Value, evidence);
        var run = RunResult.Load(new(evidence));
        return run.NotBegun is null
            ? run
            : throw new UserException($"The run with \"{defect.Name}\" did not begin:\n{string.Join('\n', run.NotBegun.Problems)}");
    }

    private static void Show(Bite bite)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(bite.IsCaught ? "✔" : "✘")} {bite.Defect.Name}  {string.Join(' ', bite.Defect.Requirements)}  {bite.Seconds:0.0} s"));
        foreach (BittenScenario red in bite.Red)
        {
            Console.WriteLine($"    {string.Join(' ', red.Requirements)}  {red.Title}  {BiteTexts.English.BlameWord(red.Blame)}");
        }

        if (!bite.IsCaught)
        {
            Console.WriteLine($"    {BiteTexts.English.Missed(bite.Missed)}");
        }
    }

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

    [GeneratedRegex("^Report: +(.+)/report/index.html$", RegexOptions.Multiline)]
    private static partial Regex Report();
}
