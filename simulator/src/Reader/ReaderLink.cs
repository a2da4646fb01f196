using System.Net.Sockets;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Reader;

/// <summary>A card in a slot of the virtual reader, that of our own driver.</summary>
/// <remarks>The frames are described at the head of <c>simulator/driver/ifdhandler.c</c>.</remarks>
public sealed class ReaderLink : CardLink
{
    private const int HeaderLength = 2;
    private const int MaxPayloadLength = 65_548;

    private readonly PinPad? _pinPad;
    // One byte more than a frame may have: a frame that is longer shows, and is not cut.
    private readonly byte[] _frame = new byte[HeaderLength + MaxPayloadLength + 1];
    private readonly byte[] _answer = new byte[HeaderLength + MaxPayloadLength];

    private ReaderLink(Socket socket, ICard card, PinPad? pinPad)
        : base(socket, card) => _pinPad = pinPad;

    /// <summary>Puts a card into a slot.</summary>
    /// <param name="socketPath">The slot's socket, see <see cref="PcscDaemon.SlotSockets"/>.</param>
    /// <param name="card">The card. It must not sit in another slot at the same time.</param>
    /// <param name="pinPad">The reader's PIN pad, if it has one.</param>
    /// <exception cref="SocketException">There is no reader at this path.</exception>
    public static ReaderLink Insert(string socketPath, ICard card, PinPad? pinPad = null)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }

        var link = new ReaderLink(socket, card, pinPad);
        link.Start();
        return link;
    }

    private protected override bool ServeOne()
    {
        int received = Receive(_frame);
        if (received == 0 || IsRemoved)
        {
            // What was on its way when the card was pulled out does not reach it.
            return false;
        }

        if (received is < HeaderLength or > HeaderLength + MaxPayloadLength)
        {
            throw new InvalidDataException($"the driver sent a frame of {(received < HeaderLength ? "one byte" : "too many bytes")}");
        }

        WasUsed = true;
        int length = Answer(_frame[0], _frame.AsSpan(HeaderLength, received - HeaderLength), _answer.AsSpan(HeaderLength));
        if (length is not (ICard.Removed or ICard.Mute))
        {
            _answer[0] = _frame[0];
            _answer[1] = _frame[1];
            Send(_answer.AsSpan(0, HeaderLength + length));
        }

        LeftByItself = length == ICard.Removed || !Card.IsPresent;
        return !LeftByItself;
    }

    private int Answer(byte type, ReadOnlySpan<byte> payload, Span<byte> answer)
    {
        switch (type)
        {
            case (byte)'C':
                return Transmit(payload, answer);
            case (byte)'U' or (byte)'R':
                Card.Reset();
                Card.Atr.Span.CopyTo(answer);

                // A reader need not wait for longer than ISO/IEC 7816-3 gives a card, 40,000 clock cycles, to know that there is no ATR; a
                // process that says nothing is given far more time, since the machine may be busy. So it says that it has none.
                return Card.Atr.IsEmpty && !Card.IsPresent ? ICard.Removed : Card.Atr.Length;
            case (byte)'D':
                Card.PowerDown();
                return ICard.Mute;
            case (byte)'P':
                if (payload.Length != 1)
                {
                    throw new InvalidDataException($"the driver named {payload.Length} protocols");
                }

                answer[0] = (byte)(Card.TrySetProtocol((TransmissionProtocol)payload[0]) ? 0 : 1);
                return 1;
            case (byte)'V' or (byte)'M':
                return EnterPin(type, payload, answer);
            default:
                throw new InvalidDataException($"the driver sent a frame of unknown type {type:X2}");
        }
    }

    private int EnterPin(byte type, ReadOnlySpan<byte> structure, Span<byte> answer)
    {
        if (_pinPad is null)
        {
            throw new InvalidDataException("the driver asked for the PIN pad of a reader that has none");
        }

        byte[] command;
        byte[]? refusal = type == (byte)'V' ? _pinPad.Verify(structure, out command) : _pinPad.Modify(structure, out command);
        if (refusal is null)
        {
            return Transmit(command, answer);
        }

        refusal.CopyTo(answer);
        return refusal.Length;
    }
}
