using System.CommandLine;
using System.Net.Sockets;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary><c>card insert</c>: keeps a card in a virtual reader until Ctrl-C and shows what passes.</summary>
internal static class CardInsertCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The card: a name that \"card list\" prints." };

    private static readonly Option<bool> NoPinPad = new("--no-pin-pad") { Description = "A reader without PIN pad: programs ask for the code on the screen." };

    private static readonly Option<bool> OwnSocket = new("--own-socket")
    {
        Description = "Leave the system's PC/SC alone, also when run by root on a machine where none is running.",
    };

    private static readonly Option<FileInfo?> TraceFile = new("--trace") { Description = "Also write each exchange to this file, whole.", HelpName = "FILE" };

    private static readonly Option<Uri?> RevocationList = new("--revocation-list")
    {
        Description = "Address written into the certificates as that of the revocation list.",
        HelpName = "URL",
    };

    private static readonly Option<FileInfo?> Slot = new("--slot")
    {
        Description = "Put the card into a reader that is there already: the \"slot\" that another \"card insert\" prints.",
        HelpName = "SOCKET",
    };

    private static readonly Option<string[]> Faults = new("--fault")
    {
        Description = "Lets the card fail: a name that \"card faults\" prints, or a JSON file; may be given several times.",
        HelpName = "NAME|FILE",
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Do not show the exchanges." };

    internal static Command Create()
    {
        var command = new Command("insert", "Keeps a card in a virtual reader until Ctrl-C and shows each exchange.")
        {
            Name, NoPinPad, OwnSocket, Slot, Faults, TraceFile, RevocationList, Quiet,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        CardProfile profile = CardIssuing.Catalogue.Load(arguments.GetValue(Name)!);
        CardFault[] faults = [.. (arguments.GetValue(Faults) ?? []).Select(CardFaultsCommand.Load)];
        ICard card = new CardIssuer(CardIssuing.OpenAuthority(), CacheFolder.Path).Reissue(profile, arguments.GetValue(RevocationList));
        card = WithFaults(card, faults);
        using var view = new ExchangeView(arguments.GetValue(TraceFile), arguments.GetValue(Quiet));
        ICard shown = view.ShowsNothing ? card : new TracedCard(card, view.Show);
        var pinPad = new PinPad(new TerminalPinPad(profile).Ask);
        if (arguments.GetValue(Slot) is { } slot)
        {
            Introduce(profile, faults);
            return await StayAsync(slot.FullName, shown, pinPad, Task.Delay(Timeout.Infinite, CancellationToken.None), cancellation);
        }

        bool padded = !arguments.GetValue(NoPinPad);
        bool system = Environment.IsPrivilegedProcess && !arguments.GetValue(OwnSocket) && !PcscDaemon.SystemIsServed();
        await using PcscDaemon pcscd = await PcscDaemon.StartAsync(new() { PinPad = padded, UseSystemSocket = system });
        Introduce(profile, faults);
        Introduce(pcscd, padded);
        return await StayAsync(pcscd.SlotSockets[0], shown, pinPad, pcscd.Ended, cancellation);
    }

    private static async Task<int> StayAsync(string slot, ICard card, PinPad pinPad, Task readerEnded, CancellationToken cancellation)
    {
        using ReaderLink link = Insert(slot, card, pinPad);
        Task first = await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellation), link.Ended, readerEnded);
        if (cancellation.IsCancellationRequested)
        {
            link.Dispose();
            Console.WriteLine("Card out.");
            return ExitCode.Success;
        }

        // A defect of the simulator comes out here.
        await first;
        if (link.LeftByItself)
        {
            Console.WriteLine("The fault has pulled the card out. The reader stays, empty, until Ctrl-C.");
            await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellation), readerEnded);
            return ExitCode.Success;
        }

        throw new UserException(link.WasUsed
            ? "The reader is gone: its pcscd has ended."
            : "The reader did not take the card: there is one in it already.");
    }

    private static ReaderLink Insert(string slot, ICard card, PinPad pinPad)
    {
        try
        {
            return ReaderLink.Insert(slot, card, pinPad);
        }
        catch (SocketException failure)
        {
            throw new UserException($"There is no reader at {slot}: {failure.Message}.");
        }
    }

    private static ICard WithFaults(ICard card, CardFault[] faults)
    {
        if (faults.Length == 0)
        {
            return card;
        }

        var faulty = new FaultyCard(card);
        Array.ForEach(faults, faulty.Arm);
        return faulty;
    }

    private static void Introduce(CardProfile profile, CardFault[] faults)
    {
        CardHolder holder = profile.Holder;
        Console.WriteLine(profile.Description);
        Console.WriteLine($"  token    {profile.TokenLabel}");
        Console.WriteLine($"  holder   {holder.DisplayName}, {holder.Occupation}, {holder.IdentifiantNational}");
        Array.ForEach(faults, fault => Console.WriteLine($"  fault    {fault.Description}"));
    }

    private static void Introduce(PcscDaemon pcscd, bool padded)
    {
        Console.WriteLine($"  reader   {PcscDaemon.ReaderName(0)}{(padded ? ", with PIN pad" : "")}");
        Console.WriteLine($"  slot     {pcscd.SlotSockets[0]}");
        Console.WriteLine();
        Console.WriteLine(pcscd.IsSystemSocket
            ? "Every PC/SC program of this machine finds the reader."
            : $"Programs find the reader after:  export {PcscDaemon.SocketVariable}={pcscd.ClientSocket}");
        Console.WriteLine("Try:  opensc-tool -n    pkcs15-tool --dump    pkcs11-tool -O");
        Console.WriteLine("Ctrl-C pulls the card out.");
        Console.WriteLine();
    }
}
