using System.Globalization;
using System.Text;
using Gherkin;

namespace CardConformance.Harness.Features;

/// <summary>The French words that Gherkin knows, and what looks like one of them.</summary>
internal static class FrenchKeywords
{
    internal static GherkinDialect Dialect { get; } = new GherkinDialectProvider("fr").DefaultDialect;

    private static string[] OfSteps { get; } = [.. Dialect.StepKeywords.Where(word => word != "* ").Select(Fold)];

    private static string[] OfBlocks { get; } =
    [
        .. new[]
        {
            Dialect.FeatureKeywords, Dialect.BackgroundKeywords, Dialect.RuleKeywords,
            Dialect.ScenarioKeywords, Dialect.ScenarioOutlineKeywords, Dialect.ExamplesKeywords,
        }.SelectMany(words => words).Select(Fold),
    ];

    /// <summary>Whether a line begins with a keyword, or with something that was probably meant to be one.</summary>
    internal static bool Begins(string line)
    {
        string folded = Fold(line);
        return OfSteps.Any(keyword => Resembles(folded, keyword)) || OfBlocks.Any(keyword => Resembles(folded, keyword));
    }

    // As many words as the keyword has, one letter wrong in a short one and two in a long one; "et" and the like only exactly.
    private static bool Resembles(string line, string keyword)
    {
        if (keyword.EndsWith('\''))
        {
            return line.StartsWith(keyword, StringComparison.Ordinal);
        }

        int words = keyword.Split(' ').Length;
        string start = string.Join(' ', line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries).Take(words));
        int mistakes = keyword.Length switch
        {
            <= 4 => 0,
            <= 6 => 1,
            _ => 2,
        };
        return Distance(start, keyword) <= mistakes;
    }

    // Small letters without accents, no space at the end.
    private static string Fold(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant().Trim();

    // How many letters have to be changed, put in or left out (Levenshtein).
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        foreach (char letter in one)
        {
            int diagonal = row[0]++;
            for (int i = 1; i <= other.Length; i++)
            {
                int changed = diagonal + (letter == other[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(changed, 1 + Math.Min(diagonal, row[i - 1]));
            }
        }

        return row[^1];
    }
}
