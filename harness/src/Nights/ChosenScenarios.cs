using System.Text.Json;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Nights;

/// <summary>Which scenarios a run has to play: <c>scenarios.json</c> in its folder, written before the first one begins.</summary>
/// <param name="Known">Ids of all scenarios there are, in order.</param>
/// <param name="Chosen">Those that tags, plan and target leave.</param>
/// <param name="Own">Those of them that belong to this part of the run; all of them when it is played in one.</param>
public sealed record ChosenScenarios(IReadOnlyList<string> Known, IReadOnlyList<string> Chosen, IReadOnlyList<string> Own)
{
    /// <summary>The file in a run's folder.</summary>
    public const string FileName = "scenarios.json";

    /// <summary>The variable that tells a process of a run the expression that chooses scenarios; without it, all.</summary>
    public const string TagsVariable = "CARDCONFORMANCE_TAGS";

    /// <summary>Chooses.</summary>
    /// <param name="scenarios">Id and tags of all scenarios there are.</param>
    /// <param name="expression">An expression over tags, or <see langword="null"/> for all.</param>
    /// <param name="shard">The part of the run, or <see langword="null"/> for the whole.</param>
    public static ChosenScenarios Of(IEnumerable<(string Id, IReadOnlyCollection<string> Tags)> scenarios, string? expression, Shard? shard)
    {
        (string Id, IReadOnlyCollection<string> Tags)[] known = [.. scenarios.OrderBy(scenario => scenario.Id, StringComparer.Ordinal)];
        TagExpression? wanted = expression is null ? null : TagExpression.Parse(expression, known.SelectMany(scenario => scenario.Tags).ToHashSet());
        string[] chosen = [.. known.Where(scenario => wanted?.IsMatch(scenario.Tags) ?? true).Select(scenario => scenario.Id)];
        return new([.. known.Select(scenario => scenario.Id)], chosen, shard is null ? chosen : [.. shard.Deal(chosen)]);
    }

    /// <summary>Ids of those that have ended in a run's folder, with everything about them written.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlySet<string> EndedIn(RunFolder folder) =>
        Directory.EnumerateDirectories(folder.Scenarios)
            .Where(path => File.Exists(Path.Combine(path, ScenarioEvidence.EndedFile)))
            .Select(path => Path.GetFileName(path)!)
            .ToHashSet();

    /// <summary>Writes it into a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    public void Write(RunFolder folder) => File.WriteAllText(Path.Combine(folder.Path, FileName), JsonSerializer.Serialize(this, RunFolder.Json) + "\n");

    /// <summary>Reads it; <see langword="null"/> for a run that did not come so far, or is older than the file.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ChosenScenarios? Read(RunFolder folder)
    {
        string file = Path.Combine(folder.Path, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<ChosenScenarios>(File.ReadAllText(file), RunFolder.Json) : null;
    }
}
