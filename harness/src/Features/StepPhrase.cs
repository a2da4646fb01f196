using System.Text.RegularExpressions;

namespace CardConformance.Harness.Features;

/// <summary>A phrase that features can use: one binding of a method in <c>features/Steps</c>.</summary>
/// <param name="Keyword">What it does: <c>Étant donné</c>, <c>Quand</c> or <c>Alors</c>.</param>
/// <param name="Pattern">The regular expression of its binding.</param>
/// <param name="Parameters">Types of its method's parameters, in the order of the pattern's groups.</param>
/// <param name="Method">The class and method, for example <c>EcranSteps.SeesAsync</c>.</param>
internal sealed partial record StepPhrase(string Keyword, string Pattern, IReadOnlyList<string> Parameters, string Method)
{
    private readonly Regex _regex = new(Pattern);

    /// <summary>The phrase as somebody can read it: what can change stands in angle brackets.</summary>
    internal string Text { get; } = Readable(Pattern, Parameters);

    /// <summary>An example, as <c>features/README.md</c> gives it.</summary>
    internal string? Example { get; init; }

    /// <summary>What it means, as <c>features/README.md</c> says it where the words alone do not.</summary>
    internal string? Meaning { get; init; }

    /// <summary>Whether a step is this phrase.</summary>
    internal bool IsMatch(string step) => _regex.IsMatch(step);

    /// <summary>The step's values with the types of the parameters they become.</summary>
    internal IEnumerable<(string Type, string Value)> ValuesIn(string step) =>
        Parameters.Zip(_regex.Match(step).Groups.Values.Skip(1), (type, group) => (type, group.Value));

    private static string Readable(string pattern, IReadOnlyList<string> parameters)
    {
        string text = Optional().Replace(NoGroup().Replace(pattern.TrimStart('^').TrimEnd('$'), "$1"), "($1)");
        int parameter = 0;
        text = Group().Replace(text, group => NameOf(group.Groups[1].Value, parameters.ElementAtOrDefault(parameter++)));
        return OptionalLetter().Replace(text, "($1)").Replace('|', '/').Replace(@"\", "", StringComparison.Ordinal);
    }

    private static string NameOf(string inside, string? type) => type switch
    {
        "Role" => "<rôle>",
        "Screen" => "<écran>",
        "int" => "<nombre>",
        _ when inside.Contains('|', StringComparison.Ordinal) && !inside.Contains('.', StringComparison.Ordinal) => $"<{inside}>",
        _ => "<texte>",
    };

    [GeneratedRegex(@"\(\?:([^()]*)\)(?!\?)")]
    private static partial Regex NoGroup();

    [GeneratedRegex(@"\(\?:([^()]*)\)\?")]
    private static partial Regex Optional();

    [GeneratedRegex(@"(?<!\p{L})\(((?!\?)[^()]*)\)")]
    private static partial Regex Group();

    [GeneratedRegex(@"(\p{L})\?")]
    private static partial Regex OptionalLetter();
}
