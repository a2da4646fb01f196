using Gherkin;
using Gherkin.Ast;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>A feature file, and the scenarios that run of it.</summary>
/// <remarks>Source: Cucumber Messages, <c>GherkinDocument</c> and <c>Pickle</c>. A node's id is its place in the file, so that it is the same in every run.</remarks>
internal sealed class FeatureDocument
{
    private FeatureDocument(string uri, string text, GherkinDocument document)
    {
        Uri = uri;
        Text = text;
        Document = document;
        Pickles = document.Feature is null ? [] : [.. Scenarios(document.Feature).SelectMany(one => PicklesOf(document.Feature, one))];
    }

    /// <summary>Path below the run's folder.</summary>
    internal string Uri { get; }

    /// <summary>The file.</summary>
    internal string Text { get; }

    /// <summary>What Gherkin reads in it.</summary>
    internal GherkinDocument Document { get; }

    /// <summary>The scenarios that run of it.</summary>
    internal IReadOnlyList<Pickle> Pickles { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="CompositeParserException">It is not Gherkin.</exception>
    internal static FeatureDocument Read(string uri, string text) => new(uri, text, new Parser().Parse(new StringReader(text)));

    /// <summary>Id of what stands at a place in it.</summary>
    internal string IdAt(Location location) => $"{Uri}:{location.Line}:{location.Column}";

    private static IEnumerable<Scenario> Scenarios(Feature feature) => Features.FeatureScenarios.Of(feature);

    private IEnumerable<Pickle> PicklesOf(Feature feature, Scenario scenario)
    {
        IEnumerable<Tag> tags = feature.Tags.Concat(scenario.Tags);
        IEnumerable<Step> steps = feature.Children.OfType<Background>().SelectMany(background => background.Steps).Concat(scenario.Steps);
        if (!scenario.Examples.Any())
        {
            return [new(Uri, feature.Name, scenario.Name, scenario.Location, [IdAt(scenario.Location)], [.. tags], StepsOf(steps, null, []))];
        }

        return
            from examples in scenario.Examples
            where examples.TableHeader is not null
            from row in examples.TableBody
            let values = row.Cells.Select(cell => cell.Value).ToArray()
            let names = examples.TableHeader.Cells.Select(cell => cell.Value)
            select new Pickle(
                Uri,
                feature.Name,
                $"{scenario.Name} ({string.Join(", ", values)})",
                row.Location,
                [IdAt(scenario.Location), IdAt(row.Location)],
                [.. tags, .. examples.Tags],
                StepsOf(steps, row, [.. names.Zip(values)]));
    }

    private PickleStep[] StepsOf(IEnumerable<Step> steps, TableRow? row, (string Name, string Value)[] values)
    {
        string Fill(string text) =>
            values.Aggregate(text, (filled, one) => filled.Replace($"<{one.Name}>", one.Value, StringComparison.Ordinal));

        return
        [
            .. from step in steps
               let own = IdAt(step.Location)
               select new PickleStep(Fill(step.Text), row is null ? [own] : [own, IdAt(row.Location)], step.Argument, Fill),
        ];
    }
}
