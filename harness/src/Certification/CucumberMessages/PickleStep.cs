using Gherkin.Ast;

namespace CardConformance.Harness.Certification.CucumberMessages;

/// <summary>One step of a scenario as it runs, with the values of its example.</summary>
/// <param name="Text">Its text.</param>
/// <param name="NodeIds">Ids of the step and of the row of its example.</param>
/// <param name="Argument">Its table or its text block, if it has one.</param>
/// <param name="Fill">Puts the values of the example into a text.</param>
internal sealed record PickleStep(string Text, IReadOnlyList<string> NodeIds, StepArgument? Argument, Func<string, string> Fill);
