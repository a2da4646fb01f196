using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>The reader's end of a vpcd slot: two bytes of length before each message.</summary>
internal sealed class VpcdSlot : IDisposable
{
    private const int LimitMilliseconds = 10_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Socket _connection;

    /// <summary>A slot with a card in it.</summary>
    internal VpcdSlot(ICard card)
    {
        _listener.Start();
        Link = VpcdLink.Insert("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, card);
        _connection = _listener.AcceptSocket();
        _connection.ReceiveTimeout = LimitMilliseconds;
        _connection.NoDelay = true;
    }

    /// <summary>The card's end.</summary>
    internal VpcdLink Link { get; }

    /// <summary>Sends a message and waits for its answer.</summary>
    /// <returns>The answer in hexadecimal, or "removed" when the card closed the connection instead.</returns>
    internal string Exchange(string message)
    {
        Tell(message);
        return Receive();
    }

    /// <summary>Sends messages in one part.</summary>
    internal void Tell(params string[] messages) => _connection.Send([.. messages.SelectMany(Framed)]);

    /// <summary>Sends a message as Debian's vpcd does: its length, and then, under Nagle's rule, the rest.</summary>
    internal void TellInTwoParts(string message)
    {
        byte[] framed = Framed(message);
        _connection.NoDelay = false;
        _connection.Send(framed.AsSpan(0, 2));
        _connection.Send(framed.AsSpan(2));
    }

    /// <summary>Waits for an answer.</summary>
    /// <inheritdoc cref="Exchange"/>
    internal string Receive()
    {
        byte[] header = new byte[2];
        if (!TryFill(header))
        {
            return "removed";
        }

        byte[] answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(header)];
        Assert.That(TryFill(answer), Is.True, "a message is whole");
        return Convert.ToHexString(answer);
    }

    /// <summary>The reader goes away without a word.</summary>
    internal void GoAway() => _connection.Dispose();

    public void Dispose()
    {
        Link.Dispose();
        _connection.Dispose();
        _listener.Dispose();
    }

    private static byte[] Framed(string message)
    {
        byte[] bytes = Convert.FromHexString(message.Replace(" ", "", StringComparison.Ordinal));
        return [(byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }

    private bool TryFill(byte[] bytes)
    {
        for (int have = 0; have < bytes.Length;)
        {
            int received = _connection.Receive(bytes.AsSpan(have));
            if (received == 0)
            {
                return false;
            }

            have += received;
        }

        return true;
    }
}
