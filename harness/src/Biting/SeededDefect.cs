using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Biting;

/// <summary>What can be wrong with a product of ours on order; <c>fixtures/defects.json</c> holds them all.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Seen">
/// For each requirement that it breaks, words of the failure by which it shows, in their order, with … for what stands between them: a scenario
/// that fails in other words found something else.
/// </param>
/// <param name="French">What is wrong, in French.</param>
/// <param name="English">What is wrong, in English.</param>
/// <param name="Product">What is wrong so.</param>
public sealed record SeededDefect(
    string Name, IReadOnlyDictionary<string, string> Seen, string French, string English, DefectiveProduct Product = DefectiveProduct.Reference)
{
    private const string Without = "without-";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Lazy<IReadOnlyList<SeededDefect>> Read = new(
        () => JsonSerializer.Deserialize<SeededDefect[]>(File.ReadAllText(Path.Combine(Repository.Fixtures, "defects.json")), Options)!);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<SeededDefect> All => Read.Value;

    /// <summary>The requirements that it breaks: for each, a scenario has to turn red.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Requirements => [.. Seen.Keys];

    /// <summary>The check that the example service is without, as <c>service --without</c> calls it.</summary>
    [JsonIgnore]
    public string Check => Name[Without.Length..];

    /// <summary>What the example service is called when it is without a check.</summary>
    /// <param name="check">The check.</param>
    public static string NameWithout(string check) => Without + check;

    /// <summary>Whether a failure is the one by which it shows.</summary>
    /// <param name="message">What the failure says.</param>
    /// <param name="requirement">The requirement of the scenario that failed.</param>
    public bool IsSeenIn(string message, string requirement)
    {
        if (!Seen.TryGetValue(requirement, out string? words))
        {
            return false;
        }

        int from = 0;
        foreach (string part in words.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int at = message.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return true;
    }

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
