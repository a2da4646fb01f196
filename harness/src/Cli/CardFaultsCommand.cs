using System.CommandLine;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Faults;

namespace CardConformance.Harness.Cli;

/// <summary><c>card faults</c>: what can go wrong with a card on order.</summary>
internal static class CardFaultsCommand
{
    internal static Command Create()
    {
        var command = new Command("faults", "Names the faults that a card can be given.");
        command.SetAction(_ =>
        {
            List();
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Reads a fault by what was typed: a name of the catalogue, or the path of a JSON file.</summary>
    internal static CardFault Load(string nameOrFile) =>
        nameOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? CardFault.Load(nameOrFile) : CardFaults.Catalogue.Load(nameOrFile);

    private static void List()
    {
        FaultCatalogue catalogue = CardFaults.Catalogue;
        NameList.Write([.. catalogue.Names.Select(name => (name, catalogue.Load(name).Description))]);
        Console.WriteLine("Give them to a card: card insert NAME --fault NAME [--fault NAME]…; or a JSON file of your own: --fault FILE.json");
    }
}
