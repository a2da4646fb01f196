using System.CommandLine;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Profiles;
using Spectre.Console;

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
        Table table = new Table().NoBorder().AddColumns("NAME", "KIND", "TOKEN", "HOLDER", "DESCRIPTION");
        foreach (string name in catalogue.Names)
        {
            CardProfile card = catalogue.Load(name);
            table.AddRow(
                Markup.Escape(name),
                card.Kind.ToString(),
                Markup.Escape(card.TokenLabel),
                Markup.Escape($"{card.Holder.GivenName} {card.Holder.FamilyName}"),
                Markup.Escape(card.Description));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("Put one into a virtual reader: card insert NAME");
    }
}
