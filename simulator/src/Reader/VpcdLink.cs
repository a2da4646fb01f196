using System.Buffers.Binary;
using System.Net.Sockets;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Reader;

/// <summary>A card in a reader of vsmartcard's vpcd (Debian: <c>vsmartcard-vpcd</c>), for machines that may not load our driver.</summary>
/// <remarks>
/// Over TCP, two bytes of length, big-endian, before each message. A message of one byte is the reader's own: 0 power down, 1 power up,
/// 2 reset, 4 give the ATR, of which only the last has an answer; any other is a command. Source: vsmartcard's documentation of vpcd.
/// What it cannot say: that a card was pulled out within a command, and how long a reader waits for one that is mute (for ever).
/// </remarks>
public sealed class VpcdLink : CardLink
{
    /// <summary>Where vpcd's first slot listens unless it is told otherwise; the second has the next port.</summary>
    public const int DefaultPort = 35_963;

    private const int HeaderLength = 2;
    private const int MaxPayloadLength = ushort.MaxValue;

    // linux/tcp.h; .NET has no name for it.
    private const int IpProtocolTcp = 6;
    private const int TcpQuickAck = 12;

    private static readonly byte[] One = BitConverter.GetBytes(1);

    // Power up and the question for the ATR come without an answer between them: room for more than one message.
    private readonly byte[] _received = new byte[2 * (HeaderLength + MaxPayloadLength)];

    // An answer that vpcd has no length for shows, and is not cut.
    private readonly byte[] _answer = new byte[HeaderLength + VirtualCard.MaxResponseLength + MaxPayloadLength];
    private int _have;
    private bool _comesInParts;

    private VpcdLink(Socket socket, ICard card)
        : base(socket, card)
    {
    }

    private enum Control : byte
    {
        PowerDown = 0,
        PowerUp = 1,
        Reset = 2,
        GetAtr = 4,
    }

    /// <summary>Puts a card into a slot.</summary>
    /// <param name="host">The machine where vpcd runs.</param>
    /// <param name="port">The slot's port.</param>
    /// <param name="card">The card. It must not sit in another slot at the same time.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static VpcdLink Insert(string host, int port, ICard card)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(host, port);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }

        var link = new VpcdLink(socket, card);
        link.Start();
        return link;
    }

    private protected override bool ServeOne()
    {
        int length = ReceiveMessage();
        if (length < 0 || IsRemoved)
        {
            return false;
        }

        WasUsed = true;
        int answer = Answer(_received.AsSpan(HeaderLength, length));
        Forget(HeaderLength + length);
        if (answer is not (ICard.Removed or ICard.Mute))
        {
            SendAnswer(answer);
        }

        LeftByItself = answer == ICard.Removed || !Card.IsPresent;
        return !LeftByItself;
    }

    /// <summary>Waits for a whole message at the beginning of what was received.</summary>
    /// <returns>Its length without header, or -1 when the reader is gone.</returns>
    private int ReceiveMessage()
    {
        while (true)
        {
            if (_have >= HeaderLength)
            {
                int length = BinaryPrimitives.ReadUInt16BigEndian(_received);
                if (_have >= HeaderLength + length)
                {
                    return length;
                }
            }

            // Debian's vpcd sends length and content apart, and its kernel keeps the content back until the length is acknowledged, which
            // ours does after 40 ms unless it is told not to wait; each time anew.
            _comesInParts |= _have > 0;
            if (_comesInParts && OperatingSystem.IsLinux())
            {
                Socket.SetRawSocketOption(IpProtocolTcp, TcpQuickAck, One);
            }

            int received = Receive(_received.AsSpan(_have));
            if (received == 0)
            {
                return -1;
            }

            _have += received;
        }
    }

    private void Forget(int count)
    {
        _have -= count;
        if (_have > 0)
        {
            _received.AsSpan(count, _have).CopyTo(_received);
        }
    }

    private int Answer(ReadOnlySpan<byte> message)
    {
        Span<byte> answer = _answer.AsSpan(HeaderLength);
        return message.Length == 1 ? AnswerReader((Control)message[0], answer) : Transmit(message, answer);
    }

    private int AnswerReader(Control control, Span<byte> answer)
    {
        switch (control)
        {
            case Control.PowerUp or Control.Reset:
                Card.Reset();
                return ICard.Mute;
            case Control.PowerDown:
                Card.PowerDown();
                return ICard.Mute;
            case Control.GetAtr:
                Card.Atr.Span.CopyTo(answer);
                return Card.Atr.IsEmpty ? ICard.Mute : Card.Atr.Length;
            default:
                throw new InvalidDataException($"vpcd sent a message {(byte)control:X2}, which is unknown");
        }
    }

    private void SendAnswer(int length)
    {
        if (length > MaxPayloadLength)
        {
            throw new InvalidOperationException($"vpcd takes answers of {MaxPayloadLength} bytes at most; this one has {length}");
        }

        BinaryPrimitives.WriteUInt16BigEndian(_answer, (ushort)length);
        Send(_answer.AsSpan(0, HeaderLength + length));
    }
}
