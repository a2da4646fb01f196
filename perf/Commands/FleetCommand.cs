using System.CommandLine;
using CardConformance.Perf.Fleet;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Commands;

/// <summary><c>fleet</c>: as many cards in one process as one likes.</summary>
internal static class FleetCommand
{
    private static readonly Option<int> Cards = new("--cards")
    {
        Description = "How many. Two million take about 3 GiB, and a minute.",
        HelpName = "N",
        DefaultValueFactory = _ => FleetMeasurement.WholeCountry,
    };

    static FleetCommand() => Cards.Validators.Add(typed =>
    {
        if (typed.GetValueOrDefault<int>() is < 1 or > FleetPeople.Most)
        {
            typed.AddError($"--cards: 1 to {FleetPeople.Most} is expected, found {typed.Tokens[0].Value}.");
        }
    });

    internal static Command Create()
    {
        var command = new Command("fleet", "Personalises very many cards in one process, and sends random commands to random ones from all cores.") { Cards };
        command.SetAction((arguments, stop) => Task.Run(() => RunAsync(arguments, stop), CancellationToken.None));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        TextWriter output = arguments.InvocationConfiguration.Output;
        IReadOnlyList<Answer> answers =
            await Survey.AskAsync([new FleetMeasurement(arguments.GetValue(Cards))], Pace.Short, arguments.InvocationConfiguration.Error, stop);
        await output.WriteAsync(ResultsTable.ForConsole(answers));
        return ExitCode.Of(answers);
    }
}
