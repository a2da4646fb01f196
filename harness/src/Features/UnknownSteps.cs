using Gherkin;

namespace CardConformance.Harness.Features;

/// <summary>What to say when a scenario holds a step that nobody defined: SpecFlow only skips it.</summary>
public static class UnknownSteps
{
    /// <summary>The steps of a scenario that no phrase is, each with the likeliest phrases, French.</summary>
    /// <param name="folder">Folder of the feature, below <c>features</c> or anywhere.</param>
    /// <param name="feature">Title of the feature.</param>
    /// <param name="scenario">Title of the scenario.</param>
    public static string Explain(string folder, string feature, string scenario)
    {
        StepCatalogue catalogue = StepCatalogue.Load();
        string place = Path.Combine(FeatureFiles.Folder, folder);
        IEnumerable<(string Path, string Text)> files = Directory.Exists(place) ? FeatureFiles.In(place, place) : [];
        return string.Join('\n', files.Where(file => TitleOf(file.Text) == feature)
            .SelectMany(file => FeatureStep.In(file.Text))
            .Where(step => step.Scenario == scenario && catalogue.Find(step).Count == 0)
            .Select(catalogue.Explain)
            .DefaultIfEmpty($"une étape du scénario « {scenario} » n'existe pas : voir la liste des phrases dans features/README.md"));
    }

    private static string? TitleOf(string text)
    {
        try
        {
            return new Parser().Parse(new StringReader(text)).Feature?.Name;
        }
        catch (CompositeParserException)
        {
            return null;
        }
    }
}
