using CardConformance.Harness.Certification;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Tests.Features;

/// <summary>All feature files together keep the rules, and each rule finds what it is there for.</summary>
public sealed class SuiteLintTests
{
    private static readonly Requirement[] Requirements = [new("A_01", "Parcours", "S066"), new("A_07", "Pas de carte", "S028")];

    [Test]
    public void Features_keep_the_rules() => Assert.That(SuiteLint.Check(Requirement.All, FeatureFiles.All()), Is.Empty);

    [Test]
    public void Suite_that_covers_each_requirement_with_titles_of_its_own_is_accepted() =>
        Assert.That(Check("@A_01\nScénario: S\nSoit un", "Règle: R\n@A_07\nScénario: T\nSoit un"), Is.Empty);

    [TestCase("S")]
    [TestCase("s.")]
    public void Title_of_a_scenario_in_another_file_is_named(string title) =>
        Assert.That(
            Check("@A_01\nScénario: S\nSoit un", $"@A_07\nScénario: {title}\nSoit un"),
            Is.EqualTo([$"features/1.feature:4: the title \"{title}\" is that of features/0.feature:4 already"]));

    [Test]
    public void Title_used_twice_in_one_file_is_named_each_time_but_the_first() =>
        Assert.That(
            Check("@A_01\nScénario: Échec\nSoit un\n@A_07\nScénario: Echec\nSoit un\n@A_07\nScénario: échec\nSoit un"),
            Is.EqualTo(
            [
                "features/0.feature:7: the title \"Echec\" is that of features/0.feature:4 already",
                "features/0.feature:10: the title \"échec\" is that of features/0.feature:4 already",
            ]));

    [Test]
    public void Requirement_without_scenario_is_named_with_its_line() =>
        Assert.That(
            Check("@A_01\nScénario: S\nSoit un"), Is.EqualTo(["fixtures/requirements.csv:3: no scenario is tagged @A_07"]));

    [Test]
    public void Tag_of_a_rule_covers_nothing() =>
        Assert.That(
            Check("@A_07\nRègle: R\n@A_01\nScénario: S\nSoit un"), Is.EqualTo(["fixtures/requirements.csv:3: no scenario is tagged @A_07"]));

    private static IReadOnlyList<string> Check(params string[] bodies) => SuiteLint.Check(
        Requirements, bodies.Select((body, index) => ($"features/{index}.feature", $"# language: fr\nFonctionnalité: F\n{body}")));
}
