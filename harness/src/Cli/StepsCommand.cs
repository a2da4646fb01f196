using System.CommandLine;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Cli;

/// <summary><c>steps</c>: the phrases that features can use.</summary>
internal static class StepsCommand
{
    private static readonly Option<bool> Markdown = new("--markdown") { Description = "As a table of Markdown." };

    internal static Command Create()
    {
        var command = new Command("steps", "Lists the phrases that features can use: text, meaning, example, where used.") { Markdown };
        command.SetAction(arguments =>
        {
            (string File, FeatureStep Step)[] steps =
                [.. FeatureFiles.All().SelectMany(file => FeatureStep.In(file.Text).Select(step => (file.Path, step)))];
            StepUse[] uses =
            [
                .. StepCatalogue.Load().Phrases.OrderBy(phrase => Array.IndexOf(Keywords, phrase.Keyword)).Select(phrase => new StepUse(
                    phrase,
                    [.. steps.Where(one => one.Step.Keyword == phrase.Keyword && phrase.IsMatch(one.Step.Text)).Select(one => one.File).Distinct()])),
            ];
            Console.Write(arguments.GetValue(Markdown) ? AsTable(uses) : AsText(uses));
            return ExitCode.Success;
        });
        return command;
    }

    private static string[] Keywords => [FeatureStep.Given, FeatureStep.When, FeatureStep.Then];

    private static string AsText(IEnumerable<StepUse> uses) => string.Concat(uses.Select(use =>
        $"""
        {use.Phrase.Keyword} {use.Phrase.Text}
            sens      {use.Phrase.Meaning ?? "ce que disent ses mots"}
            exemple   {use.Phrase.Example}
            employée  {(use.Files.Count == 0 ? "nulle part" : string.Join(", ", use.Files))}


        """));

    private static string AsTable(IEnumerable<StepUse> uses) =>
        "| phrase | sens | exemple | employée dans |\n|---|---|---|---|\n" + string.Concat(uses.Select(use =>
            $"| {Cell($"`{use.Phrase.Keyword} {use.Phrase.Text}`")} | {Cell(use.Phrase.Meaning)} | {Cell($"`{use.Phrase.Example}`")} | {Cell(string.Join(", ", use.Files))} |\n"));

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private sealed record StepUse(StepPhrase Phrase, IReadOnlyList<string> Files);
}
