using System.Text.RegularExpressions;
using CardConformance.Harness.Features;
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

    [Test]
    public void What_scenarios_read_and_follow_can_be_called_otherwise()
    {
        string[] known = [.. Wording.All.Select(words => words.Text), .. Wording.Texts, .. Screen.All.SelectMany(screen => screen.Next.Concat(screen.Texts))];
        string[] asked = [.. FeatureFiles.All().SelectMany(file => Asked().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct()];
        Assert.That(asked, Is.Not.Empty);
        Assert.That(asked.Except(known), Is.Empty, "a product that words them otherwise could not say so");
    }

    // Not the columns of an outline.
    [GeneratedRegex("(?:il|elle) (?:suit le conseil|lit) \"([^\"<]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:Pressable|Control|Field|ContinueAsync)\([^;{]*?\)")]
    private static partial Regex Search();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Literal();
}
