using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework.Internal;

namespace CardConformance.Features.Hooks;

/// <summary>Names of scenarios: for people, with the values of their example; for files and comparisons, without anything odd.</summary>
internal static class ScenarioNames
{
    private const int LongestSlug = 80;

    // Of a wider table the first column says whom the example is about, and the rest is what is expected of it.
    private const int MostValuesInTitle = 5;

    private static readonly ConcurrentDictionary<string, string> Given = [];

    internal static string TitleOf(ScenarioInfo info) => TitleOf(info.Title, [.. info.Arguments.Values.Cast<object>()]);

    /// <summary>The first requirement and the title, in letters, digits and hyphens; the same in every run.</summary>
    /// <exception cref="InvalidOperationException">Two scenarios would have the same one.</exception>
    internal static string IdOf(FeatureInfo feature, ScenarioInfo info) => IdOf(feature.Title, TitleOf(info), info.Tags.FirstOrDefault());

    /// <summary>The same, of what SpecFlow makes of the scenario for NUnit: before it runs.</summary>
    internal static string IdOf(Test scenario)
    {
        MethodInfo method = scenario.Method!.MethodInfo;

        // Behind the values of an example stand the tags of its table.
        object?[] values = scenario.Arguments.Length == 0 ? [] : scenario.Arguments[..^1];
        IEnumerable<string> tags = Values(method, nameof(CategoryAttribute)).Concat(scenario.Arguments.LastOrDefault() as string[] ?? []);
        string title = TitleOf(Values(method, nameof(DescriptionAttribute)).Single(), values);
        return IdOf(Values(method.DeclaringType!, nameof(DescriptionAttribute)).Single(), title, tags.FirstOrDefault());
    }

    private static string TitleOf(string title, object?[] arguments)
    {
        string values = string.Join(", ", arguments.Length > MostValuesInTitle ? arguments.Take(1) : arguments);
        return values.Length == 0 ? title : $"{title} ({values})";
    }

    private static string IdOf(string feature, string title, string? tag)
    {
        string slug = Slug(title);
        if (slug.Length > LongestSlug)
        {
            string rest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..6];
            slug = $"{slug[..LongestSlug].TrimEnd('-')}-{rest}";
        }

        string id = $"{tag ?? "sans-etiquette"}-{slug}";
        string owner = $"{feature} / {title}";
        return Given.GetOrAdd(id, owner) == owner
            ? id
            : throw new InvalidOperationException($"Deux scénarios portent le même nom : « {Given[id]} » et « {owner} ».");
    }

    // As they stand in the code, in its order.
    private static IEnumerable<string> Values(MemberInfo member, string attribute) =>
        from data in member.GetCustomAttributesData()
        where data.AttributeType.Name == attribute
        select (string)data.ConstructorArguments[0].Value!;

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
