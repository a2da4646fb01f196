using System.Text.RegularExpressions;

namespace CardConformance.Harness.Tests.Features;

/// <summary>QA looks phrases up in <c>features/README.md</c>: it lists every phrase that the steps know, and no other.</summary>
public sealed partial class PhraseListTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "features");

    private static readonly IReadOnlyList<string> Listed =
    [
        .. File.ReadLines(Path.Combine(Folder, "README.md")).Select(line => ListItem().Match(line)).Where(item => item.Success)
            .Select(item => item.Groups[1].Value),
    ];

    // The keyword belongs to it: a phrase is known to one of Étant donné, Quand, Alors.
    private static readonly IReadOnlyList<string> Known =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "Steps"), "*.cs").SelectMany(File.ReadLines).Select(line => Binding().Match(line))
            .Where(binding => binding.Success).Select(binding => binding.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)),
    ];

    public static IEnumerable<string> AllKnown => Known;

    public static IEnumerable<string> AllListed => Listed;

    [TestCaseSource(nameof(AllKnown))]
    public void Each_known_phrase_is_listed(string phrase) =>
        Assert.That(Listed.Any(example => Regex.IsMatch(example, phrase)), Is.True, $"features/README.md has no example of {phrase}");

    [TestCaseSource(nameof(AllListed))]
    public void Each_listed_phrase_is_known_once(string example) =>
        Assert.That(Known.Where(phrase => Regex.IsMatch(example, phrase)), Has.Exactly(1).Items, example);

    [GeneratedRegex("^- `([^`]+)`")]
    private static partial Regex ListItem();

    [GeneratedRegex("^ *\\[(?:Given|When|Then)\\(@\"(.+)\"\\)\\]$")]
    private static partial Regex Binding();
}
