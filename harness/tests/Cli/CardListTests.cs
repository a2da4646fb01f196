using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

public sealed class CardListTests
{
    [Test]
    public async Task Names_every_card_on_a_line_of_its_own()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("card", "list");
        string[] lines = result.Output.Split('\n');
        Assert.That(result.ExitCode, Is.Zero);
        foreach (string name in CardIssuing.Catalogue.Names)
        {
            string description = CardIssuing.Catalogue.Load(name).Description;
            Assert.That(lines, Has.Exactly(1).Match($"^{name} +{Regex.Escape(description)}$"));
        }
    }
}
