namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>A feature file with the scenarios of a run that were played of it.</summary>
/// <param name="Document">The file.</param>
/// <param name="Scenarios">The scenarios, each as it was played and as it stands in the file.</param>
internal sealed record PlayedFeature(FeatureDocument Document, IReadOnlyList<(ScenarioResult Scenario, Pickle Pickle)> Scenarios);
