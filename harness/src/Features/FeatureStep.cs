using Gherkin;
using Gherkin.Ast;

namespace CardConformance.Harness.Features;

/// <summary>A step of a scenario, with the values of an example if it has one.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Scenario">Title of the scenario, or of the Contexte.</param>
/// <param name="Keyword">What it does: <c>Étant donné</c>, <c>Quand</c> or <c>Alors</c>; "Et" is what came before.</param>
/// <param name="Text">The step without its keyword.</param>
internal sealed record FeatureStep(int Line, string Scenario, string Keyword, string Text)
{
    internal const string Given = "Étant donné";
    internal const string When = "Quand";
    internal const string Then = "Alors";

    /// <summary>All steps of a feature file; none when Gherkin cannot read it, which is another rule's business.</summary>
    /// <param name="text">The file.</param>
    internal static IReadOnlyList<FeatureStep> In(string text)
    {
        try
        {
            Feature? feature = new Parser().Parse(new StringReader(text)).Feature;
            return feature is null ? [] : [.. Containers(feature).SelectMany(Of)];
        }
        catch (CompositeParserException)
        {
            return [];
        }
    }

    private static IEnumerable<StepsContainer> Containers(Feature feature) =>
        feature.Children.OfType<StepsContainer>().Concat(feature.Children.OfType<Rule>().SelectMany(rule => rule.Children.OfType<StepsContainer>()));

    private static IEnumerable<FeatureStep> Of(StepsContainer container)
    {
        string keyword = Given;
        foreach (Step step in container.Steps)
        {
            keyword = Means(step.Keyword) ?? keyword;
            foreach (string text in Fill(container, step.Text).Distinct())
            {
                yield return new(step.Location.Line, container.Name, keyword, text);
            }
        }
    }

    private static string? Means(string keyword) => keyword switch
    {
        _ when FrenchKeywords.Dialect.AndStepKeywords.Contains(keyword) || FrenchKeywords.Dialect.ButStepKeywords.Contains(keyword) => null,
        _ when FrenchKeywords.Dialect.GivenStepKeywords.Contains(keyword) => Given,
        _ when FrenchKeywords.Dialect.WhenStepKeywords.Contains(keyword) => When,
        _ => Then,
    };

    private static string[] Fill(StepsContainer container, string text)
    {
        IEnumerable<Examples> examples = container is Scenario scenario ? scenario.Examples : [];
        string[] filled =
        [
            .. from table in examples
               where table.TableHeader is not null
               let names = table.TableHeader.Cells.Select(cell => cell.Value).ToArray()
               from row in table.TableBody
               select names.Zip(row.Cells, (name, cell) => (name, cell.Value))
                   .Aggregate(text, (all, one) => all.Replace($"<{one.name}>", one.Value, StringComparison.Ordinal)),
        ];
        return filled.Length == 0 ? [text] : filled;
    }
}
