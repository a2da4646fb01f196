using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>A pcscd with one reader, in a folder that outlives it.</summary>
internal sealed class BarePcscd : IAsyncDisposable
{
    private readonly SupervisedProcess _process;

    private BarePcscd(SupervisedProcess process, IReadOnlyCollection<string> log)
    {
        _process = process;
        Log = log;
    }

    internal IReadOnlyCollection<string> Log { get; }

    internal int ProcessId => _process.ProgramId;

    internal Task<int> Ended => _process.Ended;

    internal static string SlotIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "slot");

    /// <summary>Starts it and waits until it is ready, with or without its reader.</summary>
    internal static async Task<BarePcscd> StartAsync(DirectoryInfo folder)
    {
        string configuration = Path.Combine(folder.FullName, "reader.conf");
        await File.WriteAllTextAsync(configuration, $"""
            FRIENDLYNAME "Bare"
            DEVICENAME unix:{SlotIn(folder)}:limit=1000
            LIBPATH {Path.Combine(AppContext.BaseDirectory, "libifdcardconformance.so")}
            CHANNELID 0

            """);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new ConcurrentQueue<string>();
        string clients = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"clients{Guid.NewGuid():N}"));
        var process = SupervisedProcess.Start(new("/usr/sbin/pcscd", ["--foreground", "--info", "--config", configuration], line =>
        {
            log.Enqueue(line);
            if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        })
        {
            ListenOn = clients,
        });
        await ready.Task.WaitAsync(Readers.Limit);
        await AskVersionAsync(clients);
        return new(process, log);
    }

    // "daemon ready" comes before its last preparations, which need descriptors too. It answers clients after those.
    private static async Task AskVersionAsync(string clients)
    {
        using var limit = new CancellationTokenSource(Readers.Limit);
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(clients), limit.Token);
        await using var stream = new NetworkStream(client);

        // winscard_msg.h: length and command (CMD_VERSION), then protocol version 4.4 and a place for the result.
        byte[] question = [12, 0, 0, 0, 0x11, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0];
        await stream.WriteAsync(question, limit.Token);
        byte[] answer = new byte[12];
        await stream.ReadExactlyAsync(answer, limit.Token);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
