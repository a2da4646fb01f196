using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Biting;

/// <summary>What can be wrong with the built-in reference on order; <c>fixtures/defects.json</c> holds them all.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Requirements">The requirements that it breaks: for each, a scenario has to turn red.</param>
/// <param name="French">What is wrong, in French.</param>
/// <param name="English">What is wrong, in English.</param>
public sealed record SeededDefect(string Name, IReadOnlyList<string> Requirements, string French, string English)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyList<SeededDefect>> Read = new(
        () => JsonSerializer.Deserialize<SeededDefect[]>(File.ReadAllText(Path.Combine(Repository.Fixtures, "defects.json")), Options)!);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<SeededDefect> All => Read.Value;

    /// <summary>Writes the reference's description anew, as a target that is started with this defect: nothing else needs to know.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>Path of the description.</returns>
    internal string WriteTarget(string folder)
    {
        JsonNode target = JsonNode.Parse(
            File.ReadAllText(Target.ReferenceFile), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        target["start"]!["arguments"]!.AsArray().Add($"--defect={Name}");
        string file = Path.Combine(folder, $"{Name}.json");
        File.WriteAllText(file, target.ToJsonString());
        return file;
    }
}
