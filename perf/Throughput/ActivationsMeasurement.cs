using System.Globalization;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Throughput;

/// <summary>Whole activations with the card, from the login to the e-CPS on the phone, with several workers: runs of the scenarios themselves.</summary>
/// <remarks>
/// That nobody is mixed up with anybody is what the scenarios check: each sees the screens of its own person, the phone shows that person's
/// e-CPS, and the wallet got one activation for it. A run in which one failed is not measured.
/// </remarks>
/// <param name="rule">The scenarios in which somebody activates, from beginning to end.</param>
internal sealed class ActivationsMeasurement(string rule = "A_01") : IMeasurement
{
    private const string ShowsOwnECps = "son téléphone montre son e-CPS";

    // Every scenario with one worker takes far less.
    private static readonly TimeSpan RunLimit = TimeSpan.FromHours(2);

    public string Name => "activations";

    public string Question => "How many activations per minute, and what do more workers bring?";

    public string? MissingCapability => File.Exists(Features) ? NativePrograms.Missing : $"the features are not built: {Features} is missing";

    // Beside this program, as the harness looks for it.
    private static string Features =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CardConformance.Features", new DirectoryInfo(AppContext.BaseDirectory).Name, "CardConformance.Features.dll"));

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        int[] workers = pace.IsFull ? [1, 2, 4] : [1, 2];
        int rounds = pace.IsFull ? 3 : 1;
        Played[][] activations = await PlayAsync(rule, workers, rounds, progress, stop);
        List<Figure> figures = [.. workers.Select((count, i) => Figure(
            $"activations-{count}", "whole activations with the card", "activations/min", count, activations[0], i == 0 ? null : activations[i]))];
        if (pace.IsFull)
        {
            Played[][] suite = await PlayAsync(null, [1, 2], 1, progress, stop);
            figures.Add(Figure("suite-2", "the whole suite", "scenarios/min", 2, suite[0], suite[1]) with { Goal = new(1.7, AtLeast: true, OfRatio: true) });
        }

        return figures;
    }

    // One worker's runs are the figure itself where there are no others to set beside them.
    private static Figure Figure(string id, string what, string unit, int workers, Played[] one, Played[]? several)
    {
        Played[] played = several ?? one;
        return new()
        {
            Id = id,
            What = $"{what}, {workers} worker{(workers == 1 ? "" : "s")}",
            Unit = unit,
            Samples = [.. played.Select(run => run.PerMinute)],
            BesideName = several is null ? null : "one worker",
            Beside = several is null ? [] : [.. one.Select(run => run.PerMinute)],
            Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"{played.Sum(run => run.Scenarios)} scenarios, none failed; in {played.Sum(run => run.OwnECps)} the phone had to show the e-CPS of the scenario's own person.{(several is null ? "" : WhatMoreCanBring(one))}"),
        };
    }

    // One worker is a browser, a card, a middleware, a portal and back ends, many of which work at the same time.
    private static string WhatMoreCanBring(Played[] one)
    {
        double busy = one.Average(run => run.BusyCores);
        return string.Create(
            CultureInfo.InvariantCulture,
            $" One worker kept {busy:F2} of {Environment.ProcessorCount} cores busy: more can reach {Environment.ProcessorCount / busy:P0} at most.");
    }

    private static async Task<Played[][]> PlayAsync(string? tags, int[] workers, int rounds, TextWriter progress, CancellationToken stop)
    {
        Played[][] played = [.. workers.Select(_ => new Played[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < workers.Length; i++)
            {
                await progress.WriteLineAsync($"  {tags ?? "all scenarios"} with {workers[i]} at a time");
                played[i][round] = await PlayAsync(tags, workers[i], stop);
            }
        }

        return played;
    }

    private static async Task<Played> PlayAsync(string? tags, int workers, CancellationToken stop)
    {
        await using var place = new TemporaryFolder();
        var cores = new BusyCores();
        string[] choice = tags is null ? [] : ["--tags", tags];
        ProgramResult result = await new ProgramRun(
            "dotnet", [MeasuredCard.Harness, "run", "--workers", workers.ToString(CultureInfo.InvariantCulture), "--seed", "1", .. choice])
        {
            Environment = new Dictionary<string, string> { [RunFolder.Variable] = place["run"] },
            Limit = RunLimit,
        }.RunAsync(stop);
        double busy = cores.Average;
        var run = RunResult.Load(new RunFolder(place["run"]));
        ScenarioResult? failed = run.Scenarios.FirstOrDefault(scenario => !scenario.Passed && scenario.NotTestable is null);
        return failed is null && run is { Scenarios.Count: > 0, NotPlayed.Count: 0 }
            ? Played.Of(run.Scenarios, busy)
            : throw new InvalidOperationException(
                $"the run with {workers} at a time is not sound: {(failed is null ? result.Text : $"{failed.Begun.Id}: {failed.Error}")}");
    }

    /// <summary>One run.</summary>
    /// <param name="Scenarios">How many scenarios.</param>
    /// <param name="OwnECps">In how many of them a phone had to show the e-CPS of the scenario's own person.</param>
    /// <param name="Minutes">From the first one's beginning to the last one's end.</param>
    /// <param name="BusyCores">How many cores were at work on the average, from the program's start to its end.</param>
    private sealed record Played(int Scenarios, int OwnECps, double Minutes, double BusyCores)
    {
        internal double PerMinute => Scenarios / Minutes;

        internal static Played Of(IReadOnlyList<ScenarioResult> scenarios, double busyCores) => new(
            scenarios.Count,
            scenarios.Count(scenario => scenario.Steps.Any(step => step.Step is { Passed: true, Text: ShowsOwnECps })),
            (scenarios.Max(scenario => scenario.Begun.Time + scenario.Duration) - scenarios.Min(scenario => scenario.Begun.Time)).TotalMinutes,
            busyCores);
    }
}
