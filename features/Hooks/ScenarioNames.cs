using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CardConformance.Features.Hooks;

/// <summary>Names of scenarios: for people, with the values of their example; for files and comparisons, without anything odd.</summary>
internal static class ScenarioNames
{
    private const int LongestSlug = 80;

    // Of a wider table the first column says whom the example is about, and the rest is what is expected of it.
    private const int MostValuesInTitle = 5;

    private static readonly ConcurrentDictionary<string, string> Given = [];

    internal static string TitleOf(ScenarioInfo info)
    {
        IEnumerable<object> arguments = info.Arguments.Values.Cast<object>();
        string values = string.Join(", ", info.Arguments.Count > MostValuesInTitle ? arguments.Take(1) : arguments);
        return values.Length == 0 ? info.Title : $"{info.Title} ({values})";
    }

    /// <summary>The first requirement and the title, in letters, digits and hyphens; the same in every run.</summary>
    /// <exception cref="InvalidOperationException">Two scenarios would have the same one.</exception>
    internal static string IdOf(FeatureInfo feature, ScenarioInfo info)
    {
        string title = TitleOf(info);
        string slug = Slug(title);
        if (slug.Length > LongestSlug)
        {
            string rest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..6];
            slug = $"{slug[..LongestSlug].TrimEnd('-')}-{rest}";
        }

        string id = $"{info.Tags.FirstOrDefault() ?? "sans-etiquette"}-{slug}";
        string owner = $"{feature.Title} / {title}";
        return Given.GetOrAdd(id, owner) == owner
            ? id
            : throw new InvalidOperationException($"Deux scénarios portent le même nom : « {Given[id]} » et « {owner} ».");
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (char character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
