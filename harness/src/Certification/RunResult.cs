using System.Text.Json;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Evidence;

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
        _ when HasFailedBy(Blame.Configuration) => Verdict.Misconfigured,
        _ when HasFailedBy(Blame.Harness) => Verdict.HarnessFailed,
        _ when Scenarios.All(scenario => scenario.NotTestable is not null) => Verdict.Nothing,
        _ when FindMissing().Any() => Verdict.Unfinished,
        { Info.RunnerExitCode: 0 } when Scenarios.All(scenario => scenario.Passed || scenario.NotTestable is not null) => Verdict.Conforming,
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

    /// <summary>Whether the runner went through all scenarios there are, passed or not.</summary>
    public bool IsWhole => Info is { Tags.Count: 0, Plan: null, NotApplicable: null or { Count: 0 }, RunnerExitCode: not null } && Scenarios.All(scenario => scenario.Ended is not null);

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
        IEnumerable<ScenarioResult> scenarios = Directory.EnumerateDirectories(folder.Scenarios)
            .Where(path => File.Exists(Path.Combine(path, ScenarioEvidence.EventsFile)))
            .Select(ScenarioResult.Load)
            .OrderBy(scenario => string.Join(" ", scenario.Begun.Requirements), StringComparer.Ordinal)
            .ThenBy(scenario => scenario.Begun.Id, StringComparer.Ordinal);
        return new(folder, info, [.. scenarios]) { NotBegun = NotBegun.Read(folder) };
    }

    // A defect that was proved stays one, whatever else went wrong.
    private bool HasFailedBy(Blame blame) => NotBegun?.Blame == blame || Scenarios.Any(scenario => scenario.Rule?.Blame == blame);

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
