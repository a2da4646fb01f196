using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Biting;

/// <summary>What the scenarios said of one defect.</summary>
/// <param name="Defect">The defect.</param>
/// <param name="Red">The scenarios that turned red.</param>
/// <param name="Played">How many were played.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Bite(SeededDefect Defect, IReadOnlyList<BittenScenario> Red, int Played, double Seconds)
{
    /// <summary>Why nothing can be said of it, or <see langword="null"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>The requirements that it breaks and of which no scenario blamed the product.</summary>
    public IReadOnlyList<string> Missed =>
        [.. Defect.Requirements.Where(requirement => !Red.Any(red => red.Blame == Blame.Product && red.Requirements.Contains(requirement)))];

    /// <summary>Whether it was caught, for each requirement that it breaks, and blamed on the product.</summary>
    public bool IsCaught => Missed.Count == 0;

    /// <summary>Reads the runs that were made with a defect.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="time">How long they took.</param>
    internal static Bite Of(SeededDefect defect, IReadOnlyList<RunResult> runs, TimeSpan time)
    {
        string[] problems = [.. runs.SelectMany(run => run.NotBegun?.Problems ?? [])];
        ScenarioResult[] played = [.. runs.SelectMany(run => run.Scenarios).DistinctBy(scenario => (scenario.Begun.Id, scenario.Failed))];
        return new(
            defect,
            [.. played.Where(scenario => scenario.Failed).Select(scenario => new BittenScenario(scenario.Begun.Title, scenario.Begun.Requirements, scenario.Rule!.Blame))],
            played.Select(scenario => scenario.Begun.Id).Distinct().Count(),
            Math.Round(time.TotalSeconds, 1)) { Problem = problems.Length == 0 ? null : string.Join('\n', problems) };
    }
}
