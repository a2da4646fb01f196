using System.Net.Sockets;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>The reader's end of a slot: sends the frames that the driver sends, see the head of <c>ifdhandler.c</c>.</summary>
internal sealed class ReaderSlot : IDisposable
{
    private const int LimitMilliseconds = 10_000;

    private readonly Socket _listener = NewSocket();
    private readonly Socket _connection;
    private byte _sequence;

    /// <summary>A slot with a card in it.</summary>
    internal ReaderSlot(ICard card, PinPad? pinPad = null)
    {
        string path = Path.Combine(Directory.CreateDirectory(TestCards.NewFolder()).FullName, "slot");
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        Link = ReaderLink.Insert(path, card, pinPad);
        _connection = _listener.Accept();
        _connection.ReceiveTimeout = LimitMilliseconds;
    }

    /// <summary>The card's end.</summary>
    internal ReaderLink Link { get; }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <returns>The answer in hexadecimal, or "removed" when the card closed the connection instead.</returns>
    internal string Send(string command) => Exchange('C', command);

    /// <summary>Sends a frame and waits for its answer.</summary>
    /// <inheritdoc cref="Send"/>
    internal string Exchange(char type, string payload = "")
    {
        Tell(type, payload);
        byte[] answer = new byte[1_024];
        int length = _connection.Receive(answer);
        if (length == 0)
        {
            return "removed";
        }

        Assert.That(answer[..2], Is.EqualTo(new[] { (byte)type, _sequence }), "an answer repeats type and sequence number");
        return Convert.ToHexString(answer, 2, length - 2);
    }

    /// <summary>Sends a frame that has no answer.</summary>
    internal void Tell(char type, string payload = "") =>
        _connection.Send([(byte)type, ++_sequence, .. Convert.FromHexString(payload.Replace(" ", "", StringComparison.Ordinal))]);

    /// <summary>Sends any bytes as a frame.</summary>
    /// <returns>Whether there was room for them: a card that does not listen is not waited for.</returns>
    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        _connection.Blocking = false;
        try
        {
            return _connection.Send(frame, SocketFlags.None, out SocketError error) == frame.Length && error == SocketError.Success;
        }
        finally
        {
            _connection.Blocking = true;
        }
    }

    /// <summary>Waits for a frame of the card.</summary>
    /// <returns>The frame; no bytes when the card closed the connection instead.</returns>
    internal byte[] Receive()
    {
        byte[] answer = new byte[1 << 17];
        int length = _connection.Receive(answer, SocketFlags.None, out SocketError error);
        Assert.That(error, Is.EqualTo(SocketError.Success).Or.EqualTo(SocketError.ConnectionReset), "the card answers or goes");
        return answer[..length];
    }

    /// <summary>Whether a frame of the card is there, or its end.</summary>
    internal bool HasAnswer => _connection.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>The reader goes away without a word.</summary>
    internal void GoAway() => _connection.Dispose();

    public void Dispose()
    {
        Link.Dispose();
        _connection.Dispose();
        _listener.Dispose();
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
}
