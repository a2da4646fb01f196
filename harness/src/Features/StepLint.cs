using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Features;

/// <summary>Rules for the steps of a feature file: each is one phrase, and names only people and screens there are.</summary>
/// <param name="catalogue">The phrases.</param>
internal sealed class StepLint(StepCatalogue catalogue)
{
    /// <summary>What is wrong, one sentence each that begins with file and line.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="text">The file.</param>
    internal IReadOnlyList<string> Check(string path, string text) =>
        [.. FeatureStep.In(text).SelectMany(step => OfStep(step).Select(problem => $"{path}:{step.Line}: {problem}")).Distinct()];

    private IEnumerable<string> OfStep(FeatureStep step) => catalogue.Find(step) switch
    {
        [] => [catalogue.Explain(step)],
        [var phrase] => phrase.ValuesIn(step.Text).Select(OfValue).OfType<string>(),
        var several => [$"l'étape « {step.Text} » a plusieurs sens : {string.Join(", ", several.Select(phrase => $"« {phrase.Text} »"))}"],
    };

    // Names the known ones, as the run itself would.
    private static string? OfValue((string Type, string Value) value)
    {
        try
        {
            _ = value.Type switch
            {
                nameof(Role) => Role.Named(value.Value),
                nameof(Screen) => Screen.Named(value.Value),
                nameof(ProviderFault) => ProviderFault.Named(value.Value),
                _ => (object?)null,
            };
            return null;
        }
        catch (ArgumentException unknown)
        {
            return unknown.Message;
        }
    }
}
