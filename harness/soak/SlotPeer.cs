using System.Net.Sockets;

namespace CardConformance.Soak;

/// <summary>A process at a slot's socket that need not be a proper card. The frames are described at the head of <c>ifdhandler.c</c>.</summary>
internal sealed class SlotPeer : IDisposable
{
    private static readonly byte[] Atr = Convert.FromHexString("3BAC00402A001225006480000310009000");

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
    private readonly byte[] _frame = new byte[70_000];

    internal SlotPeer(string slotSocket) => _socket.Connect(new UnixDomainSocketEndPoint(slotSocket));

    /// <summary>What a card in order answers to anything but commands; <see langword="null"/> when it does not answer.</summary>
    internal static byte[]? ProperAnswer(byte type) => (char)type switch
    {
        'U' or 'R' => Atr,
        'P' => [0],
        _ => null,
    };

    /// <summary>Waits for a frame.</summary>
    /// <returns>False when the reader has closed the connection.</returns>
    internal bool Receive(out byte type, out byte sequence)
    {
        int length;
        try
        {
            length = _socket.Receive(_frame);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            length = 0;
        }

        (type, sequence) = length >= 2 ? (_frame[0], _frame[1]) : default;
        return length >= 2;
    }

    /// <summary>Sends a frame, or what is none.</summary>
    /// <returns>False when the reader has closed the connection.</returns>
    internal bool Send(ReadOnlySpan<byte> frame)
    {
        try
        {
            _socket.Send(frame);
            return true;
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Answers properly, except to commands.</summary>
    /// <param name="command">Gets the sequence number of each command; returns false to stop serving.</param>
    /// <returns>Ends with the connection.</returns>
    internal Task ServeAsync(Func<byte, bool> command) => Task.Factory.StartNew(
        () =>
        {
            while (Receive(out byte type, out byte sequence))
            {
                if (type == 'C' && !command(sequence))
                {
                    return;
                }

                if (ProperAnswer(type) is { } answer)
                {
                    Send([type, sequence, .. answer]);
                }
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Closes one direction.</summary>
    internal void Close(SocketShutdown direction) => _socket.Shutdown(direction);

    public void Dispose() => _socket.Dispose();
}
