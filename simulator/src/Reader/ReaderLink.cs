using System.Net.Sockets;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Reader;

/// <summary>
/// A card in a slot of the virtual reader: the connection to the driver is the card's contact, and ends when the card is pulled out.
/// </summary>
/// <remarks>The frames are described at the head of <c>simulator/driver/ifdhandler.c</c>.</remarks>
public sealed class ReaderLink : IDisposable
{
    private const int HeaderLength = 2;
    private const int MaxPayloadLength = 65_548;

    private readonly Socket _socket;
    private readonly ICard _card;
    private readonly PinPad? _pinPad;
    // One byte more than a frame may have: a frame that is longer shows, and is not cut.
    private readonly byte[] _frame = new byte[HeaderLength + MaxPayloadLength + 1];
    private readonly byte[] _answer = new byte[HeaderLength + MaxPayloadLength];
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> _defect = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _holding = new();

    // Not any more once it is out: it may sit in another slot then, and must not be pulled out of that one.
    private bool _holdsCard = true;
    private volatile bool _removed;

    private ReaderLink(Socket socket, ICard card, PinPad? pinPad)
    {
        _socket = socket;
        _card = card;
        _pinPad = pinPad;

        // A thread of its own: it waits in the system call for the next command, the shortest way there is.
        _thread = new Thread(Serve) { IsBackground = true, Name = "card" };
    }

    /// <summary>
    /// Ends when the card is out, whoever ended it; faulted when the simulator itself failed meanwhile, with an
    /// <see cref="InvalidDataException"/> when the driver broke the protocol of the frames.
    /// </summary>
    public Task Ended => _ended.Task;

    /// <summary>Ends as soon as the simulator has failed, with the card still in; never when all goes well.</summary>
    public Task<Exception> Defect => _defect.Task;

    /// <summary>Whether the reader has sent anything: a slot that was taken already closes the connection without a word.</summary>
    public bool WasUsed { get; private set; }

    /// <summary>Whether a fault of the card has pulled it out.</summary>
    public bool LeftByItself { get; private set; }

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
        link._thread.Start();
        return link;
    }

    /// <summary>Pulls the card out, also in the middle of a command. Nothing happens when it is out already.</summary>
    public void Remove()
    {
        _removed = true;
        lock (_holding)
        {
            if (_holdsCard)
            {
                _card.Pull();
            }
        }

        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception out_) when (out_ is SocketException or ObjectDisposedException)
        {
            // The reader was faster.
        }
    }

    /// <summary>Pulls the card out and waits until it is.</summary>
    public void Dispose()
    {
        Remove();
        _thread.Join();
        _socket.Dispose();
    }

    private void Serve()
    {
        try
        {
            while (ServeOne())
            {
            }
        }
        catch (SocketException) when (_removed || !_socket.Connected)
        {
            // Pulled out by us, or the reader is gone.
        }
        catch (Exception defect)
        {
            _defect.TrySetResult(defect);
        }

        lock (_holding)
        {
            _holdsCard = false;
        }

        _card.PowerDown();
        _socket.Dispose();
        if (_defect.Task.IsCompleted)
        {
            _ended.SetException(_defect.Task.Result);
        }
        else
        {
            _ended.SetResult();
        }
    }

    private bool ServeOne()
    {
        int received = _socket.Receive(_frame);
        if (received == 0 || _removed)
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
            _socket.Send(_answer.AsSpan(0, HeaderLength + length));
        }

        LeftByItself = length == ICard.Removed || !_card.IsPresent;
        return !LeftByItself;
    }

    private int Answer(byte type, ReadOnlySpan<byte> payload, Span<byte> answer)
    {
        switch (type)
        {
            case (byte)'C':
                return Transmit(payload, answer);
            case (byte)'U' or (byte)'R':
                _card.Reset();
                _card.Atr.Span.CopyTo(answer);

                // A reader need not wait for longer than ISO/IEC 7816-3 gives a card, 40,000 clock cycles, to know that there is no ATR; a
                // process that says nothing is given far more time, since the machine may be busy. So it says that it has none.
                return _card.Atr.IsEmpty && !_card.IsPresent ? ICard.Removed : _card.Atr.Length;
            case (byte)'D':
                _card.PowerDown();
                return ICard.Mute;
            case (byte)'P':
                if (payload.Length != 1)
                {
                    throw new InvalidDataException($"the driver named {payload.Length} protocols");
                }

                answer[0] = (byte)(_card.TrySetProtocol((TransmissionProtocol)payload[0]) ? 0 : 1);
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

    // A defect of the simulator must not look like a silent card: it is answered 6F00, kept, and told when the card is out.
    private int Transmit(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        try
        {
            return _card.Transmit(command, answer);
        }
        catch (Exception defect)
        {
            _defect.TrySetResult(defect);
            return new ResponseWriter(answer).End(StatusWord.Failure);
        }
    }
}
