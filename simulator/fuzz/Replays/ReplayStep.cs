using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Trace;

namespace CardConformance.Fuzz.Replays;

/// <summary>One thing done to a card: a command, or what a reader does to it. Written as traces write it.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Command">The command, when it is one; the bytes of a fault, see <see cref="FaultBytes"/>, none to disarm them all.</param>
internal readonly record struct ReplayStep(ReplayAction Action, ReadOnlyMemory<byte> Command = default)
{
    private const string Fault = "FAULT ";

    /// <summary>Reads a step, as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is neither hexadecimal nor one of the words.</exception>
    internal static ReplayStep Parse(string line) => WithoutRemark(line) switch
    {
        "RESET" => new(ReplayAction.Reset),
        "POWER DOWN" => new(ReplayAction.PowerDown),
        "PROTOCOL T0" => new(ReplayAction.ChooseT0),
        "PROTOCOL T1" => new(ReplayAction.ChooseT1),
        "PULL" => new(ReplayAction.Pull),
        "NO FAULT" => new(ReplayAction.Arm),
        var text when text.StartsWith(Fault, StringComparison.Ordinal) => new(ReplayAction.Arm, Bytes(text[Fault.Length..])),
        "(no bytes)" => new(ReplayAction.Send),
        var text => new(ReplayAction.Send, Bytes(text)),
    };

    /// <summary>Does it.</summary>
    /// <param name="card">To this card.</param>
    /// <param name="response">Room for the answer.</param>
    /// <returns>The length of the answer; 0 when it was no command.</returns>
    internal int Perform(ICard card, Span<byte> response)
    {
        switch (Action)
        {
            case ReplayAction.Reset:
                card.Reset();
                return 0;
            case ReplayAction.PowerDown:
                card.PowerDown();
                return 0;
            case ReplayAction.ChooseT0:
                card.TrySetProtocol(TransmissionProtocol.T0);
                return 0;
            case ReplayAction.ChooseT1:
                card.TrySetProtocol(TransmissionProtocol.T1);
                return 0;
            case ReplayAction.Pull:
                card.Pull();
                return 0;
            case ReplayAction.Arm:
                ((IWatchedCard)card).Arm(Command.Span);
                return 0;
            default:
                return card.Transmit(Command.Span, response);
        }
    }

    /// <summary>The same command with less data, and with a length byte that says so.</summary>
    /// <param name="length">Bytes of data to keep.</param>
    /// <param name="cut">That command.</param>
    /// <returns>Whether it is shorter.</returns>
    internal bool TryCut(int length, out ReplayStep cut)
    {
        const int HeaderLength = 5;
        bool shorter = Action == ReplayAction.Send && Command.Length > HeaderLength + length && length <= byte.MaxValue;
        cut = shorter ? this with { Command = (byte[])[.. Command.Span[..(HeaderLength - 1)], (byte)length, .. Command.Span.Slice(HeaderLength, length)] } : this;
        return shorter;
    }

    /// <inheritdoc/>
    public override string ToString() => Action switch
    {
        ReplayAction.Reset => "RESET",
        ReplayAction.PowerDown => "POWER DOWN",
        ReplayAction.ChooseT0 => "PROTOCOL T0",
        ReplayAction.ChooseT1 => "PROTOCOL T1",
        ReplayAction.Pull => "PULL",
        ReplayAction.Arm when Command.IsEmpty => "NO FAULT",
        ReplayAction.Arm => $"{Fault}{Hexadecimal.Format(Command.Span)}  # {FaultBytes.Read(Command.Span).Effect}",
        _ when Command.IsEmpty => "(no bytes)",
        _ => Hexadecimal.Format(Command.Span),
    };

    private static string WithoutRemark(string line)
    {
        int remark = line.IndexOf('#', StringComparison.Ordinal);
        return (remark < 0 ? line : line[..remark]).Trim();
    }

    private static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
