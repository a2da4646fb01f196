namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>A feature file written from evidence, for scenarios that no feature file of the run has as they ran.</summary>
internal static class EvidenceFeature
{
    /// <summary>Writes it.</summary>
    /// <param name="title">Title of the feature.</param>
    /// <param name="scenarios">Its scenarios, with the steps that were done.</param>
    internal static string Write(string title, IEnumerable<ScenarioResult> scenarios) => string.Join(
        '\n',
        [
            "# language: fr",
            "# Écrit d'après les preuves : le dossier de la campagne n'a pas ces scénarios tels qu'ils ont été joués.",
            $"Fonctionnalité: {title}",
            .. scenarios.SelectMany(Lines),
            "",
        ]);

    private static IEnumerable<string> Lines(ScenarioResult scenario) =>
    [
        "",
        $"  {string.Join(' ', scenario.Begun.Requirements.Select(tag => $"@{tag}"))}",
        $"  Scénario: {scenario.Begun.Title}",
        .. scenario.Steps.Select(step => $"    {step.Step.Keyword} {step.Step.Text}"),
    ];
}
