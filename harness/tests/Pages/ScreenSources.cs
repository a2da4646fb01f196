using System.Text.Json;
using System.Text.RegularExpressions;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>Compares screens with the guides' texts that they name as their sources.</summary>
/// <param name="guides">The guides' texts by id.</param>
internal sealed partial class ScreenSources(IReadOnlyDictionary<string, string> guides)
{
    private const string Ours = "ours";

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What is wrong, one sentence each.</summary>
    /// <param name="json">Screens, as <c>fixtures/screens.json</c> holds them.</param>
    internal IReadOnlyList<string> Check(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Options);
        return [.. document.RootElement.GetProperty("screens").EnumerateArray().SelectMany(CheckScreen)];
    }

    private List<string> CheckScreen(JsonElement screen)
    {
        string title = screen.GetProperty("title").GetString()!;
        string[] texts = Strings(screen, "texts");
        string[] sources = Strings(screen, "sources");
        string[] cited = [.. sources.Where(guides.ContainsKey)];
        List<string> complaints =
        [
            .. sources.Where(source => source != Ours && !Section().IsMatch(source) && !guides.ContainsKey(source))
                .Select(source => $"{title}: there is no source {source}"),

            // A row that gives the screen none of its words says nothing about it.
            .. cited.Where(source => !texts.Append(title).Any(text => Stands(text, source)))
                .Select(source => $"{title}: none of its words stand in {source}: {guides[source]}"),
        ];
        if (sources.Length == 0)
        {
            complaints.Add($"{title}: no source");
        }

        // Beside words of our own, and facts that no row holds, nothing can be said about a single text.
        if (cited.Length == sources.Length)
        {
            complaints.AddRange(texts.Where(text => !cited.Any(source => Stands(text, source)))
                .Select(text => $"{title}: \"{text}\" stands in none of its sources"));
        }

        return complaints;
    }

    private bool Stands(string text, string source) => Normalize(guides[source]).Contains(Normalize(text), StringComparison.Ordinal);

    private static string[] Strings(JsonElement screen, string name) =>
        [.. screen.GetProperty(name).EnumerateArray().Select(element => element.GetString()!)];

    private static string Normalize(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^D[0-9](\.[0-9])?$")]
    private static partial Regex Section();
}
