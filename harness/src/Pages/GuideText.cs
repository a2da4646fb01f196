using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Pages;

/// <summary>What the public guides say, word for word: one line of <c>fixtures/sources/screens.csv</c>.</summary>
/// <param name="Id">Its id, for example <c>S028</c>.</param>
/// <param name="Text">The words, odd spellings kept.</param>
public sealed record GuideText(string Id, string Text)
{
    private static readonly Lazy<IReadOnlyList<GuideText>> Known = new(Load);

    /// <summary>All texts, in the order of the file.</summary>
    public static IReadOnlyList<GuideText> All => Known.Value;

    /// <summary>Texts that stand on no screen, by id, each with the reason: <c>fixtures/sources/unused.csv</c>.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = Read("unused.csv", "id", "reason").ToDictionary(row => row[0], row => row[1]);

    private static IReadOnlyList<GuideText> Load() => [.. Read("screens.csv", "id", "text").Select(row => new GuideText(row[0], row[1]))];

    private static IEnumerable<IReadOnlyList<string>> Read(string file, params string[] columns) =>
        CsvFile.Read(Path.Combine(Repository.Fixtures, "sources", file), columns);
}
