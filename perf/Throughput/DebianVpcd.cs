using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>A pcscd of our own with Debian's vpcd in place of our driver: two readers, each at a TCP port.</summary>
/// <remarks>vpcd would listen to the whole network, and has no setting for it: <c>perf/native/loopback.c</c> keeps it to this machine.</remarks>
internal sealed class DebianVpcd : IAsyncDisposable
{
    /// <summary>What brings it.</summary>
    internal const string Package = "vsmartcard-vpcd";

    private const string Driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
    private const string Daemon = "/usr/sbin/pcscd";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder;
    private readonly SupervisedProcess _pcscd;

    private DebianVpcd(TemporaryFolder folder, SupervisedProcess pcscd, int port)
    {
        _folder = folder;
        _pcscd = pcscd;
        Port = port;
    }

    /// <summary>Whether it is installed.</summary>
    internal static bool IsInstalled => File.Exists(Driver) && File.Exists(Daemon);

    /// <summary>Where its first reader waits for a card; the second has the next port.</summary>
    internal int Port { get; }

    /// <summary>Number of pcscd's process.</summary>
    internal int ProcessId => _pcscd.ProgramId;

    /// <summary>What clients need to find it.</summary>
    internal IReadOnlyDictionary<string, string> ClientVariables => new Dictionary<string, string> { [PcscDaemon.SocketVariable] = _folder["clients"] };

    /// <summary>What PC/SC calls its readers.</summary>
    /// <param name="slot">0 or 1.</param>
    internal static string ReaderName(int slot) => string.Create(CultureInfo.InvariantCulture, $"Virtual PCD 00 {slot:X2}");

    /// <summary>Starts it, and waits until cards can be put in.</summary>
    internal static async Task<DebianVpcd> StartAsync()
    {
        string loopback = await NativePrograms.BuildAsync("loopback");
        var folder = new TemporaryFolder();
        int port = TwoFreePorts();
        await File.WriteAllTextAsync(folder["reader.conf"], string.Create(CultureInfo.InvariantCulture, $"""
            FRIENDLYNAME "Virtual PCD"
            DEVICENAME /dev/null:0x{port:X}
            LIBPATH {Driver}
            CHANNELID 0x{port:X}

            """));
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pcscd = SupervisedProcess.Start(new(Daemon, ["--foreground", "--info", "--config", folder["reader.conf"]], line =>
        {
            if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        })
        {
            ListenOn = folder["clients"],
            Environment = new Dictionary<string, string?> { ["LD_PRELOAD"] = loopback },
        });
        if (await Task.WhenAny(ready.Task, pcscd.Ended, Task.Delay(Limit)) == ready.Task)
        {
            return new(folder, pcscd, port);
        }

        await pcscd.DisposeAsync();
        await folder.DisposeAsync();
        throw new InvalidOperationException($"pcscd with {Driver} was not ready within {Limit.TotalSeconds} s");
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _pcscd.DisposeAsync();
        await _folder.DisposeAsync();
    }

    private static int TwoFreePorts()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            int port = ((IPEndPoint)first.LocalEndpoint).Port;
            using var second = new TcpListener(IPAddress.Loopback, Math.Min(port + 1, ushort.MaxValue));
            try
            {
                second.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has that one: try two others.
            }
        }
    }
}
