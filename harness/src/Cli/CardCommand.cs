using System.CommandLine;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Cli;

/// <summary><c>card</c>: the virtual cards, for use with any PC/SC software.</summary>
internal static class CardCommand
{
    internal static Command Create() => new("card", "Virtual cards for any PC/SC software.")
    {
        CreateList(),
        CardInsertCommand.Create(),
        CardFaultsCommand.Create(),
        CardDiffCommand.Create(),
    };

    private static Command CreateList()
    {
        var command = new Command("list", "Names the cards there are.");
        command.SetAction(_ =>
        {
            List();
            return ExitCode.Success;
        });
        return command;
    }

    private static void List()
    {
        CardCatalogue catalogue = CardIssuing.Catalogue;
        NameList.Write([.. catalogue.Names.Select(name => (name, catalogue.Load(name).Description))]);
        Console.WriteLine("Put one into a virtual reader: card insert NAME, or by a phrase: card insert \"CPS de médecin, code porteur à un essai\"");
    }
}
