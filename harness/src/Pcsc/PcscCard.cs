namespace CardConformance.Harness.Pcsc;

/// <summary>A program's connection to the card in a reader.</summary>
public sealed class PcscCard : IDisposable
{
    internal const nuint Shared = 2;

    private const nuint LeaveCard = 0;

    // The longest answer: 65,536 bytes and the status word.
    private const int MaxResponseLength = 65_538;

    private readonly nint _card;
    private readonly byte[] _response = new byte[MaxResponseLength];

    internal PcscCard(nint card, PcscProtocol protocol)
    {
        _card = card;
        Protocol = protocol;
    }

    /// <summary>What to do with a card on connecting anew.</summary>
    public enum Initialization
    {
        /// <summary>Nothing: its session goes on.</summary>
        Leave = 0,

        /// <summary>Reset it.</summary>
        Reset = 1,

        /// <summary>Take its power away and give it back.</summary>
        Unpower = 2,
    }

    /// <summary>The protocol agreed upon.</summary>
    public PcscProtocol Protocol { get; private set; }

    /// <summary>The protocol that the reader named with the last answer.</summary>
    public PcscProtocol AnswerProtocol { get; private set; }

    /// <summary>Sends one command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The answer with its status word.</returns>
    /// <exception cref="PcscException">No answer: removed, mute, garbled.</exception>
    public byte[] Transmit(ReadOnlySpan<byte> command)
    {
        PcscException.ThrowUnlessSuccess(nameof(WinSCard.SCardTransmit), (nint)Transmit(command, _response, out int length));
        return _response[..length];
    }

    /// <summary>Sends one command, with as much room for the answer as a program likes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="response">Room for the answer with its status word.</param>
    /// <param name="length">Length of the answer, also of one for which there was not enough room.</param>
    /// <returns>What the call returned.</returns>
    public PcscError Transmit(ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        var pci = new WinSCard.IoRequest { Protocol = (nuint)Protocol, Length = 16 };
        var receivePci = new WinSCard.IoRequest { Length = 16 };
        nuint count = (nuint)response.Length;
        nint result = WinSCard.SCardTransmit(_card, pci, command, (nuint)command.Length, ref receivePci, response, ref count);
        length = (int)count;
        AnswerProtocol = (PcscProtocol)receivePci.Protocol;
        return (PcscError)(uint)result;
    }

    /// <summary>Talks to the reader itself.</summary>
    /// <param name="code">Control code.</param>
    /// <param name="input">What the code wants.</param>
    /// <returns>What the reader answers.</returns>
    /// <exception cref="PcscException">The reader does not know the code, or the card did not answer.</exception>
    public byte[] Control(uint code, ReadOnlySpan<byte> input)
    {
        byte[] output = new byte[512];
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardControl),
            WinSCard.SCardControl(_card, code, input, (nuint)input.Length, output, (nuint)output.Length, out nuint returned));
        return output[..(int)returned];
    }

    /// <summary>ATR of the card, as long as it is the one that was connected.</summary>
    /// <exception cref="PcscException">It was pulled out or reset meanwhile.</exception>
    public byte[] Status()
    {
        byte[] atr = new byte[WinSCard.MaxAtrLength];
        nuint length = (nuint)atr.Length;
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardStatus), WinSCard.SCardStatus(_card, 0, 0, out _, out _, atr, ref length));
        return atr[..(int)length];
    }

    /// <summary>Connects anew, after a removal or reset.</summary>
    /// <param name="initialization">What to do with the card.</param>
    /// <exception cref="PcscException">No card, or none that answers.</exception>
    public void Reconnect(Initialization initialization)
    {
        PcscException.ThrowUnlessSuccess(
            nameof(WinSCard.SCardReconnect),
            WinSCard.SCardReconnect(_card, Shared, (nuint)PcscProtocol.Any, (nuint)initialization, out nuint active));
        Protocol = (PcscProtocol)active;
    }

    /// <summary>Keeps other programs from the card.</summary>
    /// <exception cref="PcscException">The card is not the one that was connected.</exception>
    public void BeginTransaction() =>
        PcscException.ThrowUnlessSuccess(nameof(WinSCard.SCardBeginTransaction), WinSCard.SCardBeginTransaction(_card));

    /// <summary>Lets other programs at the card again.</summary>
    /// <exception cref="PcscException">The card is not the one that was connected.</exception>
    public void EndTransaction() =>
        PcscException.ThrowUnlessSuccess(nameof(WinSCard.SCardEndTransaction), WinSCard.SCardEndTransaction(_card, LeaveCard));

    /// <summary>Ends the connection and leaves the card as it is. A card or pcscd that has gone is no error here.</summary>
    public void Dispose() => _ = WinSCard.SCardDisconnect(_card, LeaveCard);
}
