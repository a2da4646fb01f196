using System.Text.RegularExpressions;
using Gherkin.Ast;

namespace CardConformance.Harness.Features;

/// <summary>The scenarios of a feature, and the requirements they are tagged with.</summary>
internal static partial class FeatureScenarios
{
    /// <summary>All scenarios, also those in rules.</summary>
    internal static IEnumerable<Scenario> Of(Feature feature) =>
        feature.Children.Concat(feature.Children.OfType<Rule>().SelectMany(rule => rule.Children)).OfType<Scenario>();

    /// <summary>A scenario's own tags and those of its examples: what SpecFlow says of it to hooks.</summary>
    internal static IEnumerable<Tag> TagsOf(Scenario scenario) => scenario.Tags.Concat(scenario.Examples.SelectMany(examples => examples.Tags));

    /// <summary>Whether a tag looks like the id of a requirement.</summary>
    internal static bool IsRequirement(Tag tag) => RequirementTag().IsMatch(tag.Name);

    [GeneratedRegex("^@[A-Za-z]_?[0-9]+")]
    private static partial Regex RequirementTag();
}
