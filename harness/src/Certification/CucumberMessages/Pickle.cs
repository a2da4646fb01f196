using Gherkin.Ast;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>One scenario as it runs: an outline has one for each row of its examples.</summary>
/// <param name="Uri">The document it stands in.</param>
/// <param name="Feature">Title of the feature.</param>
/// <param name="Title">Its title as evidence has it: with the values of its example, if it has one.</param>
/// <param name="Location">Where it stands: the scenario, or the row of its example.</param>
/// <param name="NodeIds">Ids of the scenario and of the row of its example.</param>
/// <param name="Tags">Its tags with those of the feature and of its examples.</param>
/// <param name="Steps">Its steps, those of the Contexte first.</param>
internal sealed record Pickle(
    string Uri,
    string Feature,
    string Title,
    Location Location,
    IReadOnlyList<string> NodeIds,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<PickleStep> Steps)
{
    /// <summary>Whether a scenario's evidence is of this: the same titles, and the same words in every step that was done.</summary>
    internal bool IsOf(ScenarioResult scenario) =>
        Feature == scenario.Begun.Feature
        && Title == scenario.Begun.Title
        && scenario.Steps.Select(step => step.Step.Text).SequenceEqual(Steps.Take(scenario.Steps.Count).Select(step => step.Text));
}
