using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary><c>card insert</c>: keeps a card in a virtual reader until Ctrl-C and shows what passes.</summary>
internal static class CardInsertCommand
{
    private static readonly Argument<string?> Name = new("name")
    {
        Description = "The card: a name that \"card list\" prints, or a phrase: \"CPS de médecin, code porteur à un essai\".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Replay = new("--replay")
    {
        Description = "In place of a card: one that answers as this trace says. Programs have to send what it says, in the same order.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Skipping = new("--skipping")
    {
        Description = "With --replay: look for a command further on in the trace, and answer 6D00 when it is not there.",
    };

    private static readonly Option<bool> NoPinPad = new("--no-pin-pad") { Description = "A reader without PIN pad: programs ask for the code on the screen." };

    private static readonly Option<bool> OwnSocket = new("--own-socket")
    {
        Description = "Leave the system's PC/SC alone, also when run by root on a machine where none is running.",
    };

    private static readonly Option<FileInfo?> Trace = new("--trace") { Description = "Also write each exchange to this file, whole.", HelpName = "FILE" };

    private static readonly Option<FileInfo?> State = new("--state")
    {
        Description = "Keep what the card remembers (codes, counters, changed files) in this file, and begin with what it holds. Only you can read it.",
        HelpName = "FILE",
    };

    private static readonly Option<Uri?> RevocationList = new("--revocation-list")
    {
        Description = "Address written into the certificates as that of the revocation list.",
        HelpName = "URL",
        CustomParser = Address,
    };

    private static readonly Option<FileInfo?> RevocationListFile = new("--write-revocation-list")
    {
        Description = "Write the list that belongs at that address (DER): the card is on it if the phrase says \"certificat révoqué\".",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Slot = new("--slot")
    {
        Description = "Put the card into a reader that is there already: the \"slot\" that another \"card insert\" prints.",
        HelpName = "SOCKET",
    };

    private static readonly Option<(string Host, int Port)?> Vpcd = new("--vpcd")
    {
        Description = "Put the card into a reader of vsmartcard's vpcd, for machines that may not load our driver; Debian's listens on port 35963.",
        HelpName = "[HOST:]PORT",
        CustomParser = HostAndPort,
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
            Name, Replay, Skipping, NoPinPad, OwnSocket, Slot, Vpcd, Faults, State, Trace, RevocationList, RevocationListFile, Quiet,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Uri? Address(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return address;
        }

        result.AddError($"--revocation-list: an address is expected, for example http://localhost/list.crl, found \"{text}\".");
        return null;
    }

    private static (string Host, int Port)? HostAndPort(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        int colon = text.LastIndexOf(':');
        if (ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0 && colon != 0)
        {
            return (colon < 0 ? "127.0.0.1" : text[..colon], port);
        }

        result.AddError($"--vpcd: a port is expected, or a machine and a port, for example 35963 or localhost:35963, found \"{text}\".");
        return null;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        CardToInsert card = CardFor(arguments).With([.. (arguments.GetValue(Faults) ?? []).Select(CardFaultsCommand.Load)]);
        using var view = new ExchangeView(arguments.GetValue(Trace), arguments.GetValue(Quiet));
        ICard shown = view.ShowsNothing ? card.Card : new TracedCard(card.Card, view.Show);
        var pinPad = new PinPad(new TerminalPinPad(card.Code).Ask);
        if (InsertedElsewhere(arguments, shown, pinPad) is { } insert)
        {
            Introduce(card);
            return TellUnmet(card, await StayAsync(insert, Task.Delay(Timeout.Infinite, CancellationToken.None), cancellation));
        }

        bool padded = !arguments.GetValue(NoPinPad);
        bool system = Environment.IsPrivilegedProcess && !arguments.GetValue(OwnSocket) && !PcscDaemon.SystemIsServed();
        await using PcscDaemon pcscd = await PcscDaemon.StartAsync(new() { PinPad = padded, UseSystemSocket = system });
        Introduce(card);
        Introduce(pcscd, padded);
        return TellUnmet(card, await StayAsync(() => Insert(pcscd.SlotSockets[0], shown, pinPad), pcscd.Ended, cancellation));
    }

    // Into a reader that is there already, if one was named.
    private static Func<CardLink>? InsertedElsewhere(ParseResult arguments, ICard card, PinPad pinPad) =>
        (arguments.GetValue(Slot), arguments.GetValue(Vpcd)) switch
        {
            (null, null) => null,
            (not null, not null) => throw new UserException("A card fits into one reader: --slot or --vpcd, not both."),
            ({ } slot, _) => () => Insert(slot.FullName, card, pinPad),
            (_, { } vpcd) => () => Insert(vpcd.Host, vpcd.Port, card),
        };

    private static int TellUnmet(CardToInsert card, int exitCode)
    {
        foreach (CardFault fault in card.Faulty?.Unmet ?? [])
        {
            Console.WriteLine($"This fault was never met: {fault.Description}");
        }

        return exitCode;
    }

    private static CardToInsert CardFor(ParseResult arguments)
    {
        bool skipping = arguments.GetValue(Skipping);
        return (arguments.GetValue(Name), arguments.GetValue(Replay)) switch
        {
            (null, null) => throw new UserException("Which card? Name one (\"card list\" prints them), or a trace with --replay."),
            (not null, not null) => throw new UserException("One card fits into the reader: name it, or a trace with --replay, not both."),
            (_, not null) when arguments.GetValue(RevocationList) is not null || arguments.GetValue(RevocationListFile) is not null => throw new UserException(
                "--revocation-list goes with a card that is made here: a trace has its certificates."),
            (_, not null) when arguments.GetValue(State) is not null => throw new UserException(
                "--state goes with a card that is made here: a trace remembers nothing."),
            (_, null) when skipping => throw new UserException("--skipping goes with --replay."),
            ({ } name, _) => CardToInsert.OfPhrase(
                name, new(arguments.GetValue(State), arguments.GetValue(RevocationList), arguments.GetValue(RevocationListFile))),
            (_, { } trace) => CardToInsert.OfTrace(TraceArgument.Load(trace), skipping ? ReplayMode.Skipping : ReplayMode.Strict),
        };
    }

    private static async Task<int> StayAsync(Func<CardLink> insert, Task readerEnded, CancellationToken cancellation)
    {
        using CardLink link = insert();
        Task stop = Task.Delay(Timeout.Infinite, cancellation);
        Task first = await Task.WhenAny(stop, link.Defect, link.Ended, readerEnded);
        if (first == link.Defect)
        {
            // Told at once: the program at the other end has just got 6F00 and nobody else could say why.
            await Console.Error.WriteLineAsync((await link.Defect).Message);
            first = await Task.WhenAny(stop, link.Ended, readerEnded);
        }

        if (cancellation.IsCancellationRequested)
        {
            link.Dispose();
            Console.WriteLine("Card out.");
            return await ConcludeAsync(link);
        }

        if (first != readerEnded && link.LeftByItself)
        {
            Console.WriteLine("The card has left the reader, which stays, empty, until Ctrl-C.");
            await Task.WhenAny(stop, readerEnded);
            return await ConcludeAsync(link);
        }

        if (first == link.Ended)
        {
            await ConcludeAsync(link);
        }

        throw new UserException(link.WasUsed
            ? "The reader is gone: its pcscd has ended."
            : "The reader did not take the card: there is one in it already.");
    }

    // A defect of the simulator comes out here; a program that departs from the trace it was to follow is none, and was told already.
    private static async Task<int> ConcludeAsync(CardLink link)
    {
        try
        {
            await link.Ended;
            return ExitCode.Success;
        }
        catch (ReplayException)
        {
            return ExitCode.Difference;
        }
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

    private static VpcdLink Insert(string host, int port, ICard card)
    {
        try
        {
            return VpcdLink.Insert(host, port, card);
        }
        catch (SocketException failure)
        {
            throw new UserException($"No vpcd listens on {host}, port {port}: {failure.Message}.");
        }
    }

    private static void Introduce(CardToInsert card)
    {
        foreach (string line in card.Introduction)
        {
            Console.WriteLine(line);
        }
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
