using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CardConformance.Harness.Features;

/// <summary>All phrases that features can use, read from where they are defined.</summary>
/// <param name="phrases">The phrases, in the order of the files.</param>
internal sealed partial class StepCatalogue(IReadOnlyList<StepPhrase> phrases)
{
    private const int MostNearest = 3;

    // Less has nothing in common but French.
    private const double LeastLikeness = 0.5;

    /// <summary>The phrases.</summary>
    internal IReadOnlyList<StepPhrase> Phrases { get; } = phrases;

    /// <summary>Reads the phrases of <c>features/Steps</c>, and their examples and meanings of <c>features/README.md</c>.</summary>
    internal static StepCatalogue Load()
    {
        IReadOnlyList<(string Example, string? Meaning)> listed = ReadExamples(File.ReadAllText(Path.Combine(FeatureFiles.Folder, "README.md")));
        return new(
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(FeatureFiles.Folder, "Steps"), "*.cs").Order(StringComparer.Ordinal)
               from phrase in ReadBindings(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))
               let said = listed.FirstOrDefault(one => phrase.IsMatch(one.Example))
               select phrase with { Example = said.Example, Meaning = said.Meaning },
        ]);
    }

    /// <summary>The phrases of one file.</summary>
    /// <param name="type">The class in it.</param>
    /// <param name="source">C#.</param>
    internal static IEnumerable<StepPhrase> ReadBindings(string type, string source) =>
        from method in Method().Matches(source)
        let parameters = Parameter().Matches(method.Groups["parameters"].Value).Select(parameter => parameter.Groups[1].Value).ToArray()
        from binding in Binding().Matches(method.Groups["bindings"].Value)
        select new StepPhrase(
            KeywordOf(binding.Groups[1].Value),
            binding.Groups[2].Value.Replace("\"\"", "\"", StringComparison.Ordinal),
            parameters,
            $"{type}.{method.Groups["name"].Value}");

    /// <summary>The list of phrases in the guide for who writes features.</summary>
    /// <param name="guide">Markdown.</param>
    internal static IReadOnlyList<(string Example, string? Meaning)> ReadExamples(string guide) =>
    [
        .. ListItem().Matches(guide).Select(item => (
            item.Groups[1].Value,
            item.Groups[2].Success ? WhiteSpace().Replace(item.Groups[2].Value, " ").Trim() : null)),
    ];

    /// <summary>The phrases that a step is; one, unless something is wrong.</summary>
    internal IReadOnlyList<StepPhrase> Find(FeatureStep step) =>
        [.. Phrases.Where(phrase => phrase.Keyword == step.Keyword && phrase.IsMatch(step.Text))];

    /// <summary>What to say of a step that no phrase is, French: the likeliest phrases, or the keyword that it belongs to.</summary>
    internal string Explain(FeatureStep step)
    {
        if (Phrases.FirstOrDefault(phrase => phrase.IsMatch(step.Text)) is { } other)
        {
            return $"l'étape « {step.Keyword} {step.Text} » n'existe pas, mais « {other.Keyword} {step.Text} », si";
        }

        string[] nearest =
        [
            .. from phrase in Phrases
               let words = phrase.Example ?? phrase.Text
               let likeness = Likeness.Of(Fold(step.Text), Fold(words))
               where likeness >= LeastLikeness
               orderby likeness descending
               select $"« {phrase.Keyword} {words} »",
        ];
        string known = nearest.Length == 0
            ? "voir la liste des phrases dans features/README.md"
            : $"les plus proches : {string.Join(", ", nearest.Take(MostNearest))}";
        return $"l'étape « {step.Keyword} {step.Text} » n'existe pas ; {known}";
    }

    private static string KeywordOf(string attribute) => attribute switch
    {
        "Given" => FeatureStep.Given,
        "When" => FeatureStep.When,
        _ => FeatureStep.Then,
    };

    // What may differ in a right step, does not count: values, accents, capitals, who does it.
    private static string Fold(string text) => Values().Replace(
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark))
            .ToLower(CultureInfo.InvariantCulture),
        match => match.Value.StartsWith('"') ? "\"\"" : match.Value == "elle" ? "il" : "0");

    // A method with one or more bindings before it; nothing but comments and other attributes may stand between.
    [GeneratedRegex(@"(?<bindings>(?:^ *\[(?:Given|When|Then)\(@"".+""\)\]\r?\n)+)(?:^ *(?:\[|//).*\n)*^ *public [\w<>\[\]?. ]*?(?<name>\w+)\((?<parameters>[^)]*)\)", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"\[(Given|When|Then)\(@""(.+)""\)\]")]
    private static partial Regex Binding();

    [GeneratedRegex(@"(\w+)\?? \w+(?:,|$|\s*=)")]
    private static partial Regex Parameter();

    // A bullet, what stands in code in it, and what follows a colon, up to the next bullet or empty line.
    [GeneratedRegex(@"^- `([^`]+)`(?:[^:\n]*? : ((?:.+\n?)(?:^  .+\n?)*))?", RegexOptions.Multiline)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("\"[^\"]*\"|[0-9]+|\\belle\\b")]
    private static partial Regex Values();
}
