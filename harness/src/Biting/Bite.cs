using System.Text.Json.Serialization;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Biting;

/// <summary>What the scenarios said of one defect.</summary>
/// <param name="Defect">The defect.</param>
/// <param name="Begun">When they were begun.</param>
/// <param name="Seconds">How long they took.</param>
/// <param name="Whole">Whether all scenarios of base requirements were played, and not only the defect's until one caught it.</param>
/// <param name="Played">The scenarios that ended.</param>
/// <param name="Red">Those of them that turned red.</param>
public sealed record Bite(
    SeededDefect Defect, DateTimeOffset Begun, double Seconds, bool Whole, IReadOnlyList<PlayedScenario> Played, IReadOnlyList<BittenScenario> Red)
{
    /// <summary>Why nothing can be said of it, or <see langword="null"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>What came of it: of its requirements, what came of the worst one.</summary>
    [JsonIgnore]
    public BiteOutcome Outcome => Defect.Requirements.Max(OutcomeOf);

    /// <summary>Whether it was caught, for each requirement that it breaks.</summary>
    [JsonIgnore]
    public bool IsCaught => Outcome == BiteOutcome.Caught;

    /// <summary>What the scenarios of a requirement said.</summary>
    /// <param name="requirement">One that the defect breaks.</param>
    public BiteOutcome OutcomeOf(string requirement) => this switch
    {
        _ when Red.Any(red => red.Catches(Defect, requirement)) => BiteOutcome.Caught,
        { Problem: not null } => BiteOutcome.NotPlayed,
        _ when Red.Any(red => red.Requirements.Contains(requirement)) => BiteOutcome.OtherReason,
        _ when Played.Any(played => played.Requirements.Contains(requirement)) => BiteOutcome.Missed,
        _ => BiteOutcome.Unclaimed,
    };

    /// <summary>Reads the runs that were made with a defect.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="begun">When they were begun.</param>
    /// <param name="time">How long they took.</param>
    /// <param name="whole">Whether they were of all base requirements.</param>
    /// <param name="runs">The runs. What one scenario said counts once, and red before green.</param>
    /// <param name="controls">What the scenarios say without the defect.</param>
    internal static Bite Of(SeededDefect defect, DateTimeOffset begun, TimeSpan time, bool whole, IReadOnlyList<RunResult> runs, IReadOnlyList<Control> controls)
    {
        string[] problems = [.. runs.SelectMany(ProblemsOf).Distinct()];
        ScenarioResult[] ended = [.. runs.SelectMany(run => run.Scenarios).Where(scenario => scenario.Passed || scenario.Failed)];
        return new(
            defect,
            begun,
            Math.Round(time.TotalSeconds, 1),
            whole,
            [.. ended.Select(scenario => scenario.Begun).DistinctBy(one => one.Id).Select(one => new PlayedScenario(one.Id, one.Title, one.Requirements))],
            [
                .. ended.Where(scenario => scenario.Failed).DistinctBy(scenario => (scenario.Begun.Id, scenario.Error)).Select(scenario => new BittenScenario(
                    scenario.Begun.Id,
                    scenario.Begun.Title,
                    scenario.Begun.Requirements,
                    scenario.Rule!.Blame,
                    scenario.Error!,
                    controls.Any(control => control.Product == defect.Product && control.Passed.Contains(scenario.Begun.Id)))),
            ]) { Problem = problems.Length == 0 ? null : string.Join('\n', problems) };
    }

    // A run that was stopped has played less than it was to.
    private static IEnumerable<string> ProblemsOf(RunResult run) => run switch
    {
        { NotBegun: { } notBegun } => notBegun.Problems,
        { Info.RunnerExitCode: null } => ["The run was stopped."],
        _ => [],
    };
}
