using System.Net.Sockets;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>A card process that speaks to the driver frame by frame, to do what no proper one does.</summary>
internal sealed class RawCard : IDisposable
{
    private static readonly byte[] Atr = Convert.FromHexString("3BAC00402A001225006480000310009000");

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
    private readonly byte[] _frame = new byte[70_000];

    internal RawCard(string slotSocket) => _socket.Connect(new UnixDomainSocketEndPoint(slotSocket));

    /// <summary>Answers resets and protocols properly until a command comes.</summary>
    /// <returns>Its sequence number.</returns>
    internal byte AwaitCommand(Func<byte, byte[]>? protocolAnswer = null)
    {
        while (true)
        {
            byte type = Receive(out byte sequence);
            switch (type)
            {
                case (byte)'U' or (byte)'R':
                    Send([type, sequence, .. Atr]);
                    break;
                case (byte)'P':
                    Send([type, sequence, .. protocolAnswer?.Invoke(_frame[2]) ?? [0]]);
                    break;
                case (byte)'C':
                    return sequence;
            }
        }
    }

    internal byte Receive(out byte sequence)
    {
        int received = _socket.Receive(_frame);
        sequence = received > 1 ? _frame[1] : (byte)0;
        return received > 0 ? _frame[0] : throw new SocketException((int)SocketError.ConnectionReset);
    }

    internal void Send(ReadOnlySpan<byte> frame) => _socket.Send(frame);

    /// <summary>Closes one direction of the connection, or both.</summary>
    internal void Close(SocketShutdown direction) => _socket.Shutdown(direction);

    /// <summary>Whether the driver sends something, or closes the connection, within a time.</summary>
    internal bool HearsWithin(TimeSpan limit) => _socket.Poll(limit, SelectMode.SelectRead);

    public void Dispose() => _socket.Dispose();
}
