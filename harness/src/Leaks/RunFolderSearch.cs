using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Leaks;

/// <summary>Searches what a run leaves behind for codes of its cards, once it has ended: evidence, and the report that is made of it.</summary>
/// <remarks>The codes are in the memory of the process that played the scenarios and nowhere else, so it has to be that process.</remarks>
/// <param name="folder">The run's folder.</param>
public sealed partial class RunFolderSearch(RunFolder folder)
{
    /// <summary>Lies in a scenario's folder when its code was found, and makes the scenario fail: which files, a line each, never the code.</summary>
    public const string LeakFile = "leak.txt";

    // Pictures and recordings are not text; masks, texts and numbers of the run are.
    private static readonly string[] Texts = [".html", ".json", ".ndjson", ".xml", ".trx", ".txt", ".log"];

    /// <summary>Searches, and leaves <see cref="LeakFile"/> in the folder of each scenario whose code was found.</summary>
    /// <param name="canaries">The run's codes.</param>
    /// <returns>What was found, a sentence each.</returns>
    public IReadOnlyList<string> Search(Canaries canaries)
    {
        List<string> found = [];
        (string Name, string Path)[] made = [.. TextFiles(folder.Path).Where(file => !file.Name.StartsWith("scenarios/", StringComparison.Ordinal) && !file.Name.StartsWith("features/", StringComparison.Ordinal))];
        List<(string Name, string Text)> texts = [.. made.Select(file => (file.Name, TextOf(file.Path)))];
        foreach ((string owner, IReadOnlyCollection<string> codes) in canaries.Codes)
        {
            string own = Path.Combine(folder.Scenarios, owner);
            string[] files =
            [
                .. texts.Where(file => CodeSearch.Holds(file.Text, codes)).Select(file => file.Name),
                .. TextFiles(own).Where(file => CodeSearch.Holds(TextOf(file.Path), codes) || ShowsInTrace(file, codes)).Select(file => $"scenarios/{owner}/{file.Name}"),
            ];
            if (files.Length > 0)
            {
                File.WriteAllLines(Path.Combine(own, LeakFile), files);
                found.AddRange(files.Select(file => $"{file} holds a code of the card of {owner}."));
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, string Path)> TextFiles(string root) =>
        !Directory.Exists(root)
            ? []
            : Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(path => Texts.Contains(Path.GetExtension(path)))
                .Select(path => (Path.GetRelativePath(root, path).Replace('\\', '/'), path));

    // Of JSON the texts only: durations and times are numbers that may look like any code.
    private static string TextOf(string path) => Path.GetExtension(path) switch
    {
        ".ndjson" => string.Join('\n', WholeLines.Read(path).Where(line => line.Length > 0).SelectMany(line => StringsIn(JsonNode.Parse(line)))),
        ".json" => string.Join('\n', StringsIn(JsonNode.Parse(File.ReadAllText(path)))),
        _ when Path.GetFileName(path) == ScenarioEvidence.TraceFile => "",
        ".trx" => DurationOfStep().Replace(File.ReadAllText(path), ""),
        _ => File.ReadAllText(path),
    };

    private static IEnumerable<string> StringsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(member => member.Key != "time").SelectMany(member => StringsIn(member.Value)),
        JsonArray items => items.SelectMany(StringsIn),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    // In hexadecimal, not as a part of a longer number as certificates and identifiers are full of; and wherever a command that carries codes is not masked.
    private static bool ShowsInTrace((string Name, string Path) file, IReadOnlyCollection<string> codes) =>
        file.Name == ScenarioEvidence.TraceFile
        && (PackageLeaks.In(file.Name, File.ReadAllBytes(file.Path)).Any()
            || Shows(File.ReadAllText(file.Path), codes));

    private static bool Shows(string trace, IReadOnlyCollection<string> codes) =>
        codes.Any(code => Regex.IsMatch(trace, $"(?<!3[0-9] ){string.Join(' ', code.Select(digit => $"{(int)digit:X2}"))}(?! 3[0-9])"));

    [GeneratedRegex(@"\([0-9]+ ms\)")]
    private static partial Regex DurationOfStep();
}
