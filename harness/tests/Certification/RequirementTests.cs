using System.Text.RegularExpressions;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Tests.Pages;

namespace CardConformance.Harness.Tests.Certification;

/// <summary><c>fixtures/requirements.csv</c>.</summary>
public sealed partial class RequirementTests
{
    [Test]
    public void There_are_some() => Assert.That(Requirement.All, Is.Not.Empty);

    [Test]
    public void Ids_are_unique_and_can_be_tags()
    {
        IEnumerable<string> ids = Requirement.All.Select(requirement => requirement.Id);
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Matches("^[A-Z]_[0-9]{2}$"));
    }

    [Test]
    public void Each_says_what_it_is_about() =>
        Assert.That(Requirement.All.Where(requirement => string.IsNullOrWhiteSpace(requirement.Words)), Is.Empty);

    [Test]
    public void Each_follows_from_sources_that_exist() =>
        Assert.That(Requirement.All.SelectMany(Complaints), Is.Empty);

    [TestCase("", "no source", TestName = "Sources_empty")]
    [TestCase("S066, S999", "S999", TestName = "Source_that_does_not_exist")]
    [TestCase("S099–S066", "S099–S066", TestName = "Range_that_runs_backwards")]
    [TestCase("S066-S099", "S066-S099", TestName = "Range_with_a_hyphen")]
    [TestCase("S066;S067", "S066;S067", TestName = "Another_separator")]
    public void Mistake_in_sources_is_found(string sources, string complaint) =>
        Assert.That(Complaints(new("A_01", "mots", sources)), Has.Some.EndsWith(complaint));

    // Rows and ranges of the guides' texts, sections about facts, or words of our own.
    private static IEnumerable<string> Complaints(Requirement requirement)
    {
        if (requirement.Sources.Length == 0)
        {
            return [$"{requirement.Id} has no source"];
        }

        IEnumerable<string> ids = GuideTexts.ById.Keys;
        return
            from source in requirement.Sources.Split(", ")
            where !SectionOrOurs().IsMatch(source)
            let ends = source.Split('–')
            where ends.Length > 2 || ends.Except(ids).Any() || string.CompareOrdinal(ends[0], ends[^1]) > 0
            select $"{requirement.Id} names {source}";
    }

    [GeneratedRegex(@"^(D[0-9](\.[0-9])?|ours)$")]
    private static partial Regex SectionOrOurs();
}
