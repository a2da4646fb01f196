using Gherkin.Ast;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>What Gherkin read in a feature file, in the form of Cucumber Messages.</summary>
/// <param name="file">The file.</param>
internal sealed class GherkinMessages(FeatureDocument file)
{
    private const string MediaType = "text/x.cucumber.gherkin+plain";

    internal IEnumerable<object> Make()
    {
        yield return new { Source = new { file.Uri, Data = file.Text, MediaType } };
        yield return new
        {
            GherkinDocument = new
            {
                file.Uri,
                Feature = file.Document.Feature is { } feature ? Of(feature) : null,
                Comments = file.Document.Comments.Select(comment => new { Location = Of(comment.Location), comment.Text }),
            },
        };
    }

    /// <summary>The message of a scenario as it runs.</summary>
    /// <param name="pickle">The scenario.</param>
    /// <param name="id">Its id.</param>
    /// <param name="stepId">The id of each of its steps, by its place from 0.</param>
    internal object Of(Pickle pickle, string id, Func<int, string> stepId) => new
    {
        Pickle = new
        {
            Id = id,
            pickle.Uri,
            Location = Of(pickle.Location),
            Name = pickle.Title,
            file.Document.Feature.Language,
            Steps = pickle.Steps.Select((step, place) => new
            {
                Id = stepId(place),
                step.Text,
                AstNodeIds = step.NodeIds,
                Argument = ArgumentOf(step),
            }),
            Tags = pickle.Tags.Select(tag => new { tag.Name, AstNodeId = file.IdAt(tag.Location) }),
            AstNodeIds = pickle.NodeIds,
        },
    };

    private static object? ArgumentOf(PickleStep step) => step.Argument switch
    {
        DocString text => new { DocString = new { MediaType = NullIfEmpty(text.ContentType), Content = step.Fill(text.Content) } },
        DataTable table => new
        {
            DataTable = new { Rows = table.Rows.Select(row => new { Cells = row.Cells.Select(cell => new { Value = step.Fill(cell.Value) }) }) },
        },
        _ => null,
    };

    private static object Of(Location location) => new { location.Line, location.Column };

    private object Of(Feature feature) => new
    {
        Location = Of(feature.Location),
        Tags = Of(feature.Tags),
        feature.Language,
        feature.Keyword,
        feature.Name,
        Description = feature.Description ?? "",
        Children = feature.Children.Select(OfChild),
    };

    private object OfChild(IHasLocation child) => child switch
    {
        Background background => new
        {
            Background = new
            {
                Id = file.IdAt(background.Location),
                Location = Of(background.Location),
                background.Keyword,
                background.Name,
                Description = background.Description ?? "",
                Steps = background.Steps.Select(Of),
            },
        },
        Scenario scenario => new
        {
            Scenario = new
            {
                Id = file.IdAt(scenario.Location),
                Location = Of(scenario.Location),
                Tags = Of(scenario.Tags),
                scenario.Keyword,
                scenario.Name,
                Description = scenario.Description ?? "",
                Steps = scenario.Steps.Select(Of),
                Examples = scenario.Examples.Select(Of),
            },
        },
        Rule rule => new
        {
            Rule = new
            {
                Id = file.IdAt(rule.Location),
                Location = Of(rule.Location),
                Tags = Of(rule.Tags),
                rule.Keyword,
                rule.Name,
                Description = rule.Description ?? "",
                Children = rule.Children.Select(OfChild),
            },
        },
        _ => throw new InvalidOperationException($"Gherkin has a new kind of child: {child.GetType().Name}."),
    };

    private IEnumerable<object> Of(IEnumerable<Tag> tags) =>
        tags.Select(tag => new { Id = file.IdAt(tag.Location), Location = Of(tag.Location), tag.Name });

    private object Of(Step step) => new
    {
        Id = file.IdAt(step.Location),
        Location = Of(step.Location),
        step.Keyword,
        step.Text,
        DocString = step.Argument is DocString text
            ? new { Location = Of(text.Location), MediaType = NullIfEmpty(text.ContentType), text.Content, text.Delimiter }
            : null,
        DataTable = step.Argument is DataTable table ? new { Location = Of(table.Location), Rows = table.Rows.Select(Of) } : null,
    };

    private object Of(Examples examples) => new
    {
        Id = file.IdAt(examples.Location),
        Location = Of(examples.Location),
        Tags = Of(examples.Tags),
        examples.Keyword,
        examples.Name,
        Description = examples.Description ?? "",
        TableHeader = examples.TableHeader is null ? null : Of(examples.TableHeader),
        TableBody = (examples.TableBody ?? []).Select(Of),
    };

    private object Of(TableRow row) => new
    {
        Id = file.IdAt(row.Location),
        Location = Of(row.Location),
        Cells = row.Cells.Select(cell => new { Location = Of(cell.Location), cell.Value }),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
