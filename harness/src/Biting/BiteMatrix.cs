using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardConformance.Harness.Biting;

/// <summary>Which scenarios find which defect: what shows that the scenarios find anything.</summary>
/// <param name="Version">Version of CardConformance, with its revision.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Whole">Whether every scenario of base requirements was played with each defect, and not only until the first of the requirement turned red.</param>
/// <param name="Bites">What came of each defect.</param>
/// <param name="Idle">Titles of the scenarios that no defect turned red; <see langword="null"/> when not all were played with all defects.</param>
public sealed record BiteMatrix(
    string Version, DateTimeOffset Started, double Seconds, bool Whole, IReadOnlyList<Bite> Bites, IReadOnlyList<string>? Idle)
{
    private const string File = "matrix.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The folder of all matrices.</summary>
    public static string All => Path.Combine(Repository.Artifacts, "bite");

    /// <summary>How many defects were caught.</summary>
    public int Caught => Bites.Count(bite => bite.IsCaught);

    /// <summary>Whether it was made with all defects there are.</summary>
    public bool IsComplete => SeededDefect.All.All(defect => Bites.Any(bite => bite.Defect.Name == defect.Name));

    /// <summary>The last matrix of all defects that was made with a version; <see langword="null"/> when there is none.</summary>
    /// <param name="version">The version, with its revision.</param>
    /// <param name="folder">The folder of all matrices.</param>
    internal static BiteMatrix? LastOf(string version, string folder) => !Directory.Exists(folder)
        ? null
        : Directory.EnumerateFiles(folder, File, SearchOption.AllDirectories)
            .Select(file => JsonSerializer.Deserialize<BiteMatrix>(System.IO.File.ReadAllText(file), Json)!)
            .Where(matrix => matrix.Version == version && matrix.IsComplete)
            .MaxBy(matrix => matrix.Started);

    /// <summary>Writes it for machines, and as a page in both languages.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>Path of the page in French.</returns>
    internal string Write(string folder)
    {
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(this, Json));
        foreach (BiteTexts texts in new[] { BiteTexts.French, BiteTexts.English })
        {
            System.IO.File.WriteAllText(Path.Combine(folder, texts.FileName), new BitePage(this, texts).Make());
        }

        return Path.Combine(folder, BiteTexts.French.FileName);
    }
}
