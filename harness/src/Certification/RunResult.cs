using System.Text.Json;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Nights;

namespace CardConformance.Harness.Certification;

/// <summary>A run, read from the folder it left behind. Reports are made from it, and can be made again later.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Info">What the run was.</param>
/// <param name="Scenarios">The scenarios, by feature and id.</param>
public sealed record RunResult(RunFolder Folder, RunInfo Info, IReadOnlyList<ScenarioResult> Scenarios)
{
    internal const string InfoFile = "run.json";

    /// <summary>What the run says.</summary>
    public Verdict Verdict => this switch
    {
        _ when HasFailedBy(Blame.Product) => Verdict.NotConforming,
        _ when HasFailedBy(Blame.Configuration) || ExpectationProblems.Count > 0 => Verdict.Misconfigured,
        _ when HasFailedBy(Blame.Harness) => Verdict.HarnessFailed,
        _ when Scenarios.All(scenario => scenario.NotTestable is not null) => Verdict.Nothing,
        _ when NotPlayed.Count > 0 || FindMissing().Any() => Verdict.Unfinished,
        { Info.RunnerExitCode: 0 } when Scenarios.All(scenario => scenario.Passed || scenario.NotTestable is not null) => Verdict.Conforming,
        { Info.RunnerExitCode: not null } when Scenarios.All(scenario => !scenario.IsRed) && Scenarios.Any(scenario => scenario.Expected is not null) => Verdict.AsExpected,
        _ => Verdict.Unfinished,
    };

    /// <summary>Requirements of which a certifying run did not play as many scenarios as its revision has: nothing may be left out without a word.</summary>
    public IEnumerable<string> FindMissing() => !Info.Certifies || Info.ScenariosDue is not { } due
        ? []
        : from requirement in due
          where Scenarios.Count(scenario => scenario.Begun.Requirements.Contains(requirement.Key)) < requirement.Value
          select requirement.Key;

    /// <summary>Why the run could not begin, or <see langword="null"/>.</summary>
    public NotBegun? NotBegun { get; private init; }

    /// <summary>Which scenarios the run had to play, or <see langword="null"/> when it did not come so far as to know.</summary>
    public ChosenScenarios? Chosen { get; private init; }

    /// <summary>The failures that the vendor said to know of, or <see langword="null"/> for none.</summary>
    public ExpectedFailures? Expected { get; private init; }

    /// <summary>Ids of the scenarios that the run had to play and did not.</summary>
    public IReadOnlyList<string> NotPlayed => [.. (Chosen?.Own ?? []).Except(Scenarios.Where(scenario => scenario.Ended is not null).Select(scenario => scenario.Begun.Id))];

    /// <summary>The day when it began, by which entries of expected failures expire.</summary>
    internal DateOnly Day => DateOnly.FromDateTime(Info.Started.UtcDateTime);

    /// <summary>What the vendor has to do about the file of expected failures.</summary>
    internal IReadOnlyList<ExpectationProblem> ExpectationProblems => [.. Expected?.ProblemsWith(this) ?? []];

    /// <summary>Whether the runner went through all scenarios there are, passed or not.</summary>
    public bool IsWhole => Info is { IsPart: false, Plan: null, NotApplicable: null or { Count: 0 }, RunnerExitCode: not null } && Scenarios.All(scenario => scenario.Ended is not null);

    /// <summary>The scenarios' ids in the order in which they began.</summary>
    public IReadOnlyList<string> Order => [.. Scenarios.OrderBy(scenario => scenario.Begun.Time).Select(scenario => scenario.Begun.Id)];

    /// <summary>The requirements that scenarios were run for, with those scenarios.</summary>
    public IEnumerable<(Requirement Requirement, IReadOnlyList<ScenarioResult> Scenarios)> ByRequirement() =>
        from requirement in Requirement.All
        let scenarios = Scenarios.Where(scenario => scenario.Begun.Requirements.Contains(requirement.Id)).ToList()
        where scenarios.Count > 0
        select (requirement, (IReadOnlyList<ScenarioResult>)scenarios);

    /// <summary>Writes down what a run is: before it begins, and again when its runner has ended.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="info">What it is.</param>
    public static void Describe(RunFolder folder, RunInfo info) =>
        File.WriteAllText(Path.Combine(folder.Path, InfoFile), JsonSerializer.Serialize(info, RunFolder.Json));

    /// <summary>Reads a run.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="IOException">It is not the folder of a run.</exception>
    public static RunResult Load(RunFolder folder)
    {
        RunInfo info = ReadInfo(Path.Combine(folder.Path, InfoFile));
        var expected = ExpectedFailures.Read(folder);
        var day = DateOnly.FromDateTime(info.Started.UtcDateTime);
        IEnumerable<ScenarioResult> scenarios = Directory.EnumerateDirectories(folder.Scenarios)
            .Where(path => File.Exists(Path.Combine(path, ScenarioEvidence.EventsFile)))
            .Select(ScenarioResult.Load)
            .Select(scenario => scenario with { Expected = expected?.Covering(scenario, day) })
            .OrderBy(scenario => string.Join(" ", scenario.Begun.Requirements), StringComparer.Ordinal)
            .ThenBy(scenario => scenario.Begun.Id, StringComparer.Ordinal);
        return new(folder, info, [.. scenarios]) { NotBegun = NotBegun.Read(folder), Chosen = ChosenScenarios.Read(folder), Expected = expected };
    }

    // A defect that was proved stays one, whatever else went wrong.
    private bool HasFailedBy(Blame blame) => NotBegun?.Blame == blame || Scenarios.Any(scenario => scenario.IsRed && scenario.Rule?.Blame == blame);

    private static RunInfo ReadInfo(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RunInfo>(File.ReadAllText(file), RunFolder.Json) ?? throw new IOException($"{file} describes nothing.");
        }
        catch (JsonException mistake)
        {
            throw new IOException($"{file} cannot be read: {mistake.Message}", mistake);
        }
    }
}
