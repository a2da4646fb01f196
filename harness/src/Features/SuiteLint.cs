using System.Globalization;
using System.Text;
using CardConformance.Harness.Certification;
using Gherkin;
using Gherkin.Ast;

namespace CardConformance.Harness.Features;

/// <summary>Rules for all feature files together.</summary>
internal static class SuiteLint
{
    /// <summary>What is wrong, one sentence each that begins with file and line.</summary>
    /// <param name="requirements">The requirements there are, in the order of their file.</param>
    /// <param name="files">Path below the repository's folder, and text, of each feature file.</param>
    internal static IReadOnlyList<string> Check(IReadOnlyList<Requirement> requirements, IEnumerable<(string Path, string Text)> files)
    {
        List<(string Place, Scenario Scenario)> scenarios =
        [
            .. from file in files
               from scenario in FeatureScenarios.Of(new Parser().Parse(new StringReader(file.Text)).Feature)
               select ($"{file.Path}:{scenario.Location.Line}", scenario),
        ];
        HashSet<string> tags = [.. scenarios.SelectMany(one => FeatureScenarios.TagsOf(one.Scenario)).Select(tag => tag.Name)];
        return
        [
            .. from same in scenarios.GroupBy(one => Fold(one.Scenario.Name))
               from one in same.Skip(1)
               select $"{one.Place}: the title \"{one.Scenario.Name}\" is that of {same.First().Place} already",

            // Lines are counted from 1, and the header is the first.
            .. requirements.Select((requirement, index) => (requirement.Id, Line: index + 2))
                .Where(row => !tags.Contains($"@{row.Id}"))
                .Select(row => $"fixtures/requirements.csv:{row.Line}: no scenario is tagged @{row.Id}"),
        ];
    }

    // Folders of evidence are named after titles: two that differ only in accents, capitals or signs would share one.
    private static string Fold(string title) =>
        string.Concat(title.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
