using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Attestation;

/// <summary>What a run says, and of what: <c>verdict.json</c> of a package. The same evidence gives the same bytes, on any machine.</summary>
/// <param name="Format">1; another number is another form.</param>
/// <param name="Suite">Version of CardConformance that the run was played with.</param>
/// <param name="Product">What was tested.</param>
/// <param name="Scope">How much of the suite was run.</param>
/// <param name="Seed">What all invented names and numbers follow from.</param>
/// <param name="Started">When the run began, UTC, by the clock of its machine.</param>
/// <param name="Ended">When its last scenario ended, or <see langword="null"/> when none did.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Requirements">Each requirement of the suite, in its order.</param>
/// <param name="Scenarios">Each scenario that began, by id.</param>
internal sealed record VerdictRecord(
    int Format,
    string Suite,
    TestedProduct Product,
    RunScope Scope,
    int Seed,
    string Started,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Ended,
    string Verdict,
    IReadOnlyList<RequirementRecord> Requirements,
    IReadOnlyList<ScenarioRecord> Scenarios)
{
    internal const string FileName = "verdict.json";

    internal const int CurrentFormat = 1;

    /// <summary>Judges a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="suite">What it was played with.</param>
    /// <param name="product">What was tested.</param>
    internal static VerdictRecord Make(RunResult run, SuiteRecord suite, TestedProduct product)
    {
        ScenarioRecord[] scenarios = [.. run.Scenarios.Select(ScenarioRecord.Make).OrderBy(scenario => scenario.Id, StringComparer.Ordinal)];
        return new(
            CurrentFormat,
            suite.Version,
            product,
            RunScope.Of(run, suite),
            run.Info.Seed,
            Time(run.Info.Started),
            run.Scenarios.Max(scenario => scenario.Ended?.Time) is { } ended ? Time(ended) : null,
            JsonNamingPolicy.CamelCase.ConvertName(run.Verdict.ToString()),
            [.. suite.Requirements.Select(id => RequirementRecord.Make(id, scenarios, run.Info.NotApplicable?.GetValueOrDefault(id)))],
            scenarios);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
