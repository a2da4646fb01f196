using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CardConformance.Simulator.Reader;

/// <summary>Calls the kernel to receive and send, and nothing else.</summary>
/// <remarks>
/// A round trip through the reader's socket takes five microseconds, and half of one went into what <see cref="Socket"/> does around each call
/// for programs that also wait asynchronously, which no card does.
/// </remarks>
[SupportedOSPlatform("linux")]
internal static partial class BlockingSocket
{
    // Values of Linux: errno.h, sys/socket.h.
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int ConnectionReset = 104;
    private const int NoSignal = 0x4000;

    /// <summary>Waits for bytes.</summary>
    /// <returns>How many came; 0 when the other side is gone.</returns>
    /// <exception cref="IOException">The kernel refuses.</exception>
    internal static int Receive(SafeSocketHandle socket, Span<byte> buffer)
    {
        while (true)
        {
            nint received = Recv(socket.DangerousGetHandle().ToInt32(), ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length, 0);
            if (received >= 0)
            {
                return (int)received;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == ConnectionReset)
            {
                return 0;
            }

            if (error != Interrupted)
            {
                throw Failure("recv", error);
            }
        }
    }

    /// <summary>Sends bytes, all of them; nothing when the other side is gone.</summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    internal static void Send(SafeSocketHandle socket, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            nint sent = Send(socket.DangerousGetHandle().ToInt32(), ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length, NoSignal);
            if (sent >= 0)
            {
                bytes = bytes[(int)sent..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error is BrokenPipe or ConnectionReset)
            {
                return;
            }

            if (error != Interrupted)
            {
                throw Failure("send", error);
            }
        }
    }

    private static IOException Failure(string call, int error) => new($"{call}: {Marshal.GetPInvokeErrorMessage(error)}");

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Recv(int socket, ref byte buffer, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int socket, ref byte buffer, nuint length, int flags);
}
