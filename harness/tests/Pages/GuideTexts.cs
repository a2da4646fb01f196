using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>The texts of the public guides, word for word, by id: <c>fixtures/sources/screens.csv</c>.</summary>
internal static class GuideTexts
{
    internal static IReadOnlyDictionary<string, string> ById { get; } =
        CsvFile.Read(Path.Combine(Repository.Fixtures, "sources", "screens.csv"), "id", "text").ToDictionary(row => row[0], row => row[1]);
}
