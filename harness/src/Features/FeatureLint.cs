using Gherkin;
using Gherkin.Ast;

namespace CardConformance.Harness.Features;

/// <summary>Rules for a feature file that the build does not check, or breaks without a word.</summary>
/// <param name="requirements">Ids of the requirements there are.</param>
/// <param name="ofOthers">Whether somebody else wrote the features: scenarios may then be about something that is none of our requirements.</param>
internal sealed class FeatureLint(IReadOnlySet<string> requirements, bool ofOthers = false)
{
    private const string LanguageLine = "# language: fr\n";
    private const int MostSteps = 10;

    // In these features the exchanges with the card are the subject.
    private const string CardFolder = "features/carte/";

    /// <summary>What is wrong, one sentence each that begins with file and line.</summary>
    /// <param name="path">Path below the repository's folder.</param>
    /// <param name="text">The file.</param>
    internal IReadOnlyList<string> Check(string path, string text)
    {
        if (!text.StartsWith(LanguageLine, StringComparison.Ordinal))
        {
            return [$"{path}:1: the first line has to be \"{LanguageLine.TrimEnd()}\""];
        }

        try
        {
            Feature feature = new Parser().Parse(new StringReader(text)).Feature;
            return
            [
                .. OfFeature(path, feature, text).OrderBy(complaint => complaint.Line)
                    .Select(complaint => $"{path}:{complaint.Line}: {complaint.Problem}"),
            ];
        }
        catch (CompositeParserException mistakes)
        {
            return [.. mistakes.Errors.Select(mistake => $"{path}:{mistake.Location.Line}: {mistake.Message}")];
        }
    }

    private IEnumerable<Complaint> OfFeature(string path, Feature feature, string text) =>
    [
        .. OfTags(feature.Tags),
        .. feature.Tags.Where(FeatureScenarios.IsRequirement).Select(tag => new Complaint(
            tag.Location.Line, $"{tag.Name} stands on the feature, where reports do not see it; it belongs on each scenario")),
        .. SwallowedLines.LookingLikeKeywords(text, feature.Location.Line, feature.Description),
        .. feature.Children.OfType<Rule>().SelectMany(rule => OfRule(rule, text)),
        .. feature.Children.OfType<Background>().SelectMany(background => OfSteps(path, background, text)),
        .. OfScenarios(path, feature, text),
    ];

    private static IEnumerable<Complaint> OfRule(Rule rule, string text) =>
    [
        .. rule.Tags.Select(tag => new Complaint(tag.Location.Line, $"SpecFlow drops {tag.Name}: a Règle has no tags")),
        .. rule.Children.OfType<Background>().Select(background => new Complaint(
            background.Location.Line, "SpecFlow drops this Contexte: it belongs to the feature, not into a Règle")),
        .. SwallowedLines.LookingLikeKeywords(text, rule.Location.Line, rule.Description),
    ];

    private IEnumerable<Complaint> OfScenarios(string path, Feature feature, string text)
    {
        int before = feature.Children.OfType<Background>().Sum(background => background.Steps.Count());
        Scenario[] scenarios = [.. FeatureScenarios.Of(feature)];
        return scenarios.Length == 0
            ? [new(feature.Location.Line, "there is no scenario")]
            : scenarios.SelectMany(scenario => OfScenario(path, scenario, before, text));
    }

    private List<Complaint> OfScenario(string path, Scenario scenario, int stepsBefore, string text)
    {
        int line = scenario.Location.Line;
        IEnumerable<Tag> tags = FeatureScenarios.TagsOf(scenario);
        List<Complaint> complaints = [.. OfTags(tags), .. OfSteps(path, scenario, text), .. OfExamples(path, scenario, text)];
        if (!ofOthers && !tags.Any(FeatureScenarios.IsRequirement))
        {
            complaints.Add(new(line, $"\"{scenario.Name}\" has no tag of a requirement"));
        }

        int steps = scenario.Steps.Count();
        if (steps == 0)
        {
            complaints.Add(new(line, $"\"{scenario.Name}\" has no step"));
        }

        if (stepsBefore + steps > MostSteps)
        {
            complaints.Add(new(line, $"\"{scenario.Name}\" has {stepsBefore + steps} steps, Contexte included; {MostSteps} are enough"));
        }

        return complaints;
    }

    private static IEnumerable<Complaint> OfSteps(string path, StepsContainer container, string text) =>
    [
        .. SwallowedLines.All(text, container.Location.Line, container.Description),
        .. container.Steps.SelectMany(step => OfWords(path, step.Location.Line, step.Text)),
        .. container.Steps.Select(step => step.Argument).OfType<DataTable>().SelectMany(table => table.Rows).SelectMany(row => OfCells(path, row)),
        .. container.Steps.Select(step => step.Argument).OfType<DocString>()
            .SelectMany(document => OfWords(path, document.Location.Line, document.Content)),
    ];

    private static IEnumerable<Complaint> OfExamples(string path, Scenario scenario, string text)
    {
        bool outline = FrenchKeywords.Dialect.ScenarioOutlineKeywords.Contains(scenario.Keyword);
        return
        [
            .. scenario.Examples.SelectMany(examples => SwallowedLines.All(text, examples.Location.Line, examples.Description)),
            .. scenario.Examples.SelectMany(examples => examples.TableBody).SelectMany(row => OfCells(path, row)),
            .. outline && !scenario.Examples.Any()
                ? [new Complaint(scenario.Location.Line, $"\"{scenario.Name}\" has no Exemples: it would never run")]
                : Enumerable.Empty<Complaint>(),
            .. scenario.Examples.Where(examples => !examples.TableBody.Any())
                .Select(examples => new Complaint(examples.Location.Line, $"these Exemples of \"{scenario.Name}\" have no row: nothing would run")),
        ];
    }

    private static IEnumerable<Complaint> OfCells(string path, TableRow row) =>
        row.Cells.SelectMany(cell => OfWords(path, row.Location.Line, cell.Value));

    private static IEnumerable<Complaint> OfWords(string path, int line, string words) =>
        path.StartsWith(CardFolder, StringComparison.Ordinal)
            ? []
            : TechnicalWords.In(words).Select(found => new Complaint(line, $"a professional does not say \"{found}\""));

    private IEnumerable<Complaint> OfTags(IEnumerable<Tag> tags)
    {
        foreach (Tag tag in tags)
        {
            // A filter by test category, and NUnit itself, mean something else by these.
            if (tag.Name.IndexOfAny([',', '+', '-', '!']) >= 0)
            {
                yield return new(tag.Location.Line, $"{tag.Name} holds a character that a tag may not have: , + - !");
            }
            else if (FeatureScenarios.IsRequirement(tag) && !requirements.Contains(tag.Name[1..]))
            {
                yield return new(tag.Location.Line, $"{tag.Name} is in no line of fixtures/requirements.csv");
            }
        }
    }
}
