using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardConformance.Harness.Biting;

/// <summary>Which scenarios find which defect: what shows that the scenarios find anything. It grows, defect by defect, as long as the version stays.</summary>
/// <param name="Version">Version of CardConformance, with its revision.</param>
/// <param name="Bites">What came of each defect that was tried, in the order of <see cref="SeededDefect.All"/>.</param>
/// <param name="Controls">What the scenarios of the tried requirements say without any defect.</param>
public sealed record BiteMatrix(string Version, IReadOnlyList<Bite> Bites, IReadOnlyList<Control> Controls)
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
    [JsonIgnore]
    public int Caught => Bites.Count(bite => bite.IsCaught);

    /// <summary>Whether it was made with all defects there are.</summary>
    [JsonIgnore]
    public bool IsComplete => Left.Count == 0;

    /// <summary>The defects that were not tried yet, or of which nothing could be said.</summary>
    [JsonIgnore]
    public IReadOnlyList<SeededDefect> Left => [.. LeftToTry(whole: false)];

    /// <summary>When the first of the defects was tried.</summary>
    [JsonIgnore]
    public DateTimeOffset First => Bites.Min(bite => bite.Begun);

    /// <summary>When the last of them was.</summary>
    [JsonIgnore]
    public DateTimeOffset Last => Bites.Max(bite => bite.Begun);

    /// <summary>How long they took altogether.</summary>
    [JsonIgnore]
    public double Seconds => Bites.Sum(bite => bite.Seconds);

    /// <summary>Whether every scenario of base requirements was played with each defect.</summary>
    [JsonIgnore]
    public bool Whole => Bites.All(bite => bite.Whole);

    /// <summary>The scenarios that were played with some defect and caught none.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlayedScenario> Idle =>
    [
        .. Bites.SelectMany(bite => bite.Played)
            .DistinctBy(played => played.Id)
            .ExceptBy(Bites.SelectMany(bite => bite.Red.Where(red => red.Catches(bite.Defect))).Select(red => red.Id), played => played.Id)
            .OrderBy(played => played.Id, StringComparer.Ordinal),
    ];

    /// <summary>Where the matrix of a version stands, with its evidence.</summary>
    /// <param name="version">The version, with its revision.</param>
    /// <param name="folder">The folder of all matrices.</param>
    internal static string FolderOf(string version, string folder) => Path.Combine(folder, version);

    /// <summary>The matrix of a version, as far as it was made; <see langword="null"/> when there is none.</summary>
    /// <param name="version">The version, with its revision.</param>
    /// <param name="folder">The folder of all matrices.</param>
    internal static BiteMatrix? Of(string version, string folder)
    {
        string file = Path.Combine(FolderOf(version, folder), File);
        return System.IO.File.Exists(file) ? JsonSerializer.Deserialize<BiteMatrix>(System.IO.File.ReadAllText(file), Json)! : null;
    }

    /// <summary>The matrix of a version, if it was made with all defects there are; <see langword="null"/> otherwise.</summary>
    /// <param name="version">The version, with its revision.</param>
    /// <param name="folder">The folder of all matrices.</param>
    internal static BiteMatrix? LastOf(string version, string folder) => Of(version, folder) is { IsComplete: true } matrix ? matrix : null;

    /// <summary>The defects that are to be tried, or tried again.</summary>
    /// <param name="whole">Whether with every scenario of base requirements.</param>
    internal IEnumerable<SeededDefect> LeftToTry(bool whole) => SeededDefect.All.Where(defect => !Bites.Any(
        bite => bite.Defect.Name == defect.Name && bite.Outcome != BiteOutcome.NotPlayed && (bite.Whole || !whole)));

    /// <summary>Whether all scenarios of a requirement were seen to pass without any defect.</summary>
    /// <param name="product">The product.</param>
    /// <param name="requirement">The requirement.</param>
    internal bool HasGreen(DefectiveProduct product, string requirement) =>
        Controls.Any(control => control.Product == product && control.Requirement == requirement && control.Failed.Count == 0);

    /// <summary>The same with what came of one defect, instead of what came of it before.</summary>
    /// <param name="bite">What came of it.</param>
    internal BiteMatrix With(Bite bite)
    {
        Bite[] bites = [.. Bites.Where(other => other.Defect.Name != bite.Defect.Name), bite];
        return this with { Bites = [.. SeededDefect.All.Join(bites, defect => defect.Name, made => made.Defect.Name, (_, made) => made)] };
    }

    /// <summary>The same with what scenarios say without defects, instead of what they said before.</summary>
    /// <param name="controls">What they say.</param>
    internal BiteMatrix With(IReadOnlyList<Control> controls) => this with
    {
        Controls = [.. Controls.ExceptBy(controls.Select(control => (control.Product, control.Requirement)), control => (control.Product, control.Requirement)), .. controls],
    };

    /// <summary>Writes it for machines, and, once a defect was tried, as a page in both languages.</summary>
    /// <param name="folder">The folder of all matrices.</param>
    /// <returns>Path of the page in French.</returns>
    internal string Write(string folder)
    {
        string own = FolderOf(Version, folder);
        Directory.CreateDirectory(own);
        Write(Path.Combine(own, File), JsonSerializer.Serialize(this, Json));
        foreach (BiteTexts texts in Bites.Count == 0 ? Array.Empty<BiteTexts>() : [BiteTexts.French, BiteTexts.English])
        {
            Write(Path.Combine(own, texts.FileName), new BitePage(this, texts).Make());
        }

        return Path.Combine(own, BiteTexts.French.FileName);
    }

    // Whoever reads meanwhile, or kills us, finds the one of before.
    private static void Write(string file, string text)
    {
        System.IO.File.WriteAllText($"{file}.new", text);
        System.IO.File.Move($"{file}.new", file, overwrite: true);
    }
}
