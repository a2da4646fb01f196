namespace CardConformance.Harness;

/// <summary>How alike two texts are, to name what somebody who mistyped may have meant.</summary>
internal static class Likeness
{
    /// <summary>1 the same, 0 nothing in common: Levenshtein's distance over the longer one's length.</summary>
    internal static double Of(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int cost = one[i - 1] == other[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return 1 - (double)row[^1] / Math.Max(1, Math.Max(one.Length, other.Length));
    }

    /// <summary>Those of some words that are most alike to one, best first.</summary>
    /// <param name="word">The one.</param>
    /// <param name="known">The words.</param>
    internal static IEnumerable<string> Nearest(string word, IEnumerable<string> known) =>
        known.OrderByDescending(other => Of(word.ToUpperInvariant(), other.ToUpperInvariant())).Take(3);
}
