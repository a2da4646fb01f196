using System.CommandLine;
using CardConformance.Perf.Fleet;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Commands;

/// <summary><c>fleet</c>: as many cards in one process as one likes.</summary>
internal static class FleetCommand
{
    // Every core needs cards of its own, and every round certificates that nobody has read.
    private const int Fewest = 10_000;

    internal static Command Create()
    {
        var cards = new Option<int>("--cards")
        {
            Description = "How many cards, 10000 to 10000000. Two million take about 2.5 GiB, and half a minute.",
            HelpName = "N",
            DefaultValueFactory = _ => FleetMeasurement.WholeCountry,
        };
        cards.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int value) || value is < Fewest or > FleetPeople.Most))
            {
                result.AddError($"--cards: {Fewest} to {FleetPeople.Most} is expected, found {result.Tokens[0].Value}.");
            }
        });
        var command = new Command("fleet", "Personalises and keeps very many cards in this process, and sends random commands to random ones from all cores.") { cards };
        command.SetAction((arguments, stop) => Task.Run(() => RunAsync(arguments, new(arguments.GetValue(cards)), stop), CancellationToken.None));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, FleetMeasurement fleet, CancellationToken stop)
    {
        IReadOnlyList<Answer> answers = await Survey.AskAsync([fleet], Pace.Short, arguments.InvocationConfiguration.Error, stop);
        await arguments.InvocationConfiguration.Output.WriteAsync(ResultsTable.ForConsole(answers));
        return ExitCode.Of(answers);
    }
}
