using Gherkin;
using Gherkin.Ast;

namespace CardConformance.Harness.Features;

/// <summary>The tags of each scenario, and of each table of examples with its scenario's: what a run can be limited by.</summary>
internal static class ScenarioTags
{
    /// <summary>The tags, without their <c>@</c>, of all that runs.</summary>
    /// <param name="text">A feature file; one that Gherkin cannot read has none.</param>
    internal static IReadOnlyList<IReadOnlyList<string>> In(string text)
    {
        try
        {
            Feature? feature = new Parser().Parse(new StringReader(text)).Feature;
            return feature is null ? [] : [.. FeatureScenarios.Of(feature).SelectMany(scenario => Of(scenario, feature.Tags))];
        }
        catch (CompositeParserException)
        {
            return [];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Of(Scenario scenario, IEnumerable<Tag> ofFeature)
    {
        IEnumerable<Tag> own = ofFeature.Concat(scenario.Tags);
        return scenario.Examples.Any() ? scenario.Examples.Select(examples => Names(own.Concat(examples.Tags))) : [Names(own)];
    }

    private static string[] Names(IEnumerable<Tag> tags) => [.. tags.Select(tag => tag.Name[1..])];
}
