using System.Text.RegularExpressions;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>What pages are searched for is exactly what <c>fixtures/words.json</c> tells vendors.</summary>
public sealed partial class WordingTests
{
    [Test]
    public void Words_of_the_pages_are_those_of_the_file()
    {
        string folder = Path.Combine(Repository.Root, "harness", "src", "Pages");
        IEnumerable<string> used = Directory.EnumerateFiles(folder, "*.cs")
            .SelectMany(file => Search().Matches(File.ReadAllText(file)))
            .SelectMany(search => Literal().Matches(search.Value))
            .Select(literal => literal.Groups[1].Value);
        Assert.That(Wording.All.Select(words => words.Text), Is.Unique.And.EquivalentTo(used.Distinct()));
    }

    [GeneratedRegex(@"\b(?:Pressable|Control|Field|ContinueAsync)\([^;{]*?\)")]
    private static partial Regex Search();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Literal();
}
