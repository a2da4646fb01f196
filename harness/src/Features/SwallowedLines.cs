using System.Text.RegularExpressions;

namespace CardConformance.Harness.Features;

/// <summary>Lines that Gherkin took for a description: it takes everything for one that it does not understand before the first step.</summary>
internal static partial class SwallowedLines
{
    /// <summary>All of them: where only steps are expected, a description is a mistyped keyword.</summary>
    /// <param name="text">The file.</param>
    /// <param name="line">Line of the scenario, Contexte or Exemples.</param>
    /// <param name="description">Its description.</param>
    internal static IEnumerable<Complaint> All(string text, int line, string? description) =>
        from found in Find(text, line, description)
        select new Complaint(found.Line, $"\"{found.Text}\" is no step: Gherkin takes it for a description");

    /// <summary>Those that were probably meant to be something else: where prose is welcome.</summary>
    /// <param name="text">The file.</param>
    /// <param name="line">Line of the feature or rule.</param>
    /// <param name="description">Its description.</param>
    internal static IEnumerable<Complaint> LookingLikeKeywords(string text, int line, string? description) =>
        from found in Find(text, line, description)
        where FrenchKeywords.Begins(found.Text) || Label().IsMatch(found.Text)
        select new Complaint(found.Line, $"\"{found.Text}\" looks like a keyword, and Gherkin takes it for a description");

    // Gherkin does not say where a description stands: below its keyword, with nothing but empty lines between.
    private static IEnumerable<(int Line, string Text)> Find(string text, int line, string? description)
    {
        var wanted = new Queue<string>(Lines(description ?? "").Select(one => one.Trim()).Where(one => one.Length > 0));
        string[] lines = Lines(text);
        for (int i = line; wanted.Count > 0; i++)
        {
            if (lines[i].Trim() == wanted.Peek())
            {
                yield return (i + 1, wanted.Dequeue());
            }
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    // A few words and a colon, as all keywords of blocks are written.
    [GeneratedRegex(@"^\p{L}+( \p{L}+){0,2} ?:")]
    private static partial Regex Label();
}
