using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CardConformance.Simulator.Reader;

/// <summary>A pcscd of our own, with virtual readers, beside any other one on the machine. Needs no root.</summary>
/// <remarks>
/// Clients find it through the variable PCSCLITE_CSOCK_NAME. Everything it uses lies in a folder of its own that disappears with it.
/// </remarks>
public sealed class PcscDaemon : IAsyncDisposable
{
    /// <summary>Most readers that pcscd can have (PCSCLITE_MAX_READERS_CONTEXTS of pcsc-lite 1.9).</summary>
    public const int MaxReaders = 16;

    /// <summary>The variable by which PC/SC clients find a pcscd that is not the system's.</summary>
    public const string SocketVariable = "PCSCLITE_CSOCK_NAME";

    private const string FriendlyName = "CardConformance";

    // pcscd refuses to start without this folder, even if it writes nothing into it.
    private const string RunFolder = "/run/pcscd";

    private const string SystemSocket = "/run/pcscd/pcscd.comm";

    // sbin is not in everybody's PATH.
    private static readonly string[] Programs = ["/usr/sbin/pcscd", "/usr/local/sbin/pcscd", "/usr/bin/pcscd"];

    private readonly DirectoryInfo _folder;
    private readonly SupervisedProcess _process;

    private PcscDaemon(DirectoryInfo folder, SupervisedProcess process, string clientSocket, IReadOnlyList<string> slotSockets)
    {
        _folder = folder;
        _process = process;
        ClientSocket = clientSocket;
        SlotSockets = slotSockets;
    }

    /// <summary>The socket that clients connect to: the value for <see cref="SocketVariable"/>.</summary>
    public string ClientSocket { get; }

    /// <summary>Whether this is the socket that every PC/SC program looks for by itself.</summary>
    public bool IsSystemSocket => ClientSocket == SystemSocket;

    /// <summary>The slots' sockets, for <see cref="ReaderLink.Insert"/>; reader n has slot n.</summary>
    public IReadOnlyList<string> SlotSockets { get; }

    /// <summary>Number of pcscd's process.</summary>
    public int ProcessId => _process.ProgramId;

    /// <summary>Ends when pcscd has ended, and gives its exit code: 128 + n when signal n ended it.</summary>
    public Task<int> Ended => _process.Ended;

    /// <summary>The name under which PC/SC programs see a reader.</summary>
    /// <param name="slot">0 to 15.</param>
    public static string ReaderName(int slot) => string.Create(CultureInfo.InvariantCulture, $"{FriendlyName} {slot:X2} 00");

    /// <summary>Whether a pcscd already serves the system's socket.</summary>
    public static bool SystemIsServed()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(SystemSocket));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Starts pcscd and waits until its readers are there.</summary>
    /// <param name="options">How many readers, of what kind.</param>
    /// <exception cref="PcscStartException">It did not start; the message says why and what to do.</exception>
    /// <exception cref="FileNotFoundException">The native parts were not built.</exception>
    public static async Task<PcscDaemon> StartAsync(PcscOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Readers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Readers, MaxReaders);
        string program = FindProgram();
        PrepareRunFolder(options);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-");
        string clientSocket = options.UseSystemSocket ? SystemSocket : Path.Combine(folder.FullName, "pcscd.comm");
        string[] slots = [.. Enumerable.Range(0, options.Readers).Select(slot => Path.Combine(folder.FullName, $"slot{slot}"))];
        string configuration = Path.Combine(folder.FullName, "reader.conf");
        SupervisedProcess? process = null;
        try
        {
            await File.WriteAllTextAsync(configuration, Configuration(slots, options));
            var start = new StartLog(options.Log);
            process = SupervisedProcess.Start(new(program, ["--foreground", "--info", "--config", configuration], start.Add)
            {
                ListenOn = options.UseSystemSocket ? null : clientSocket,
                Environment = options.Environment,
            });
            await start.WaitForReadersAsync(process, slots.Length);
            return new(folder, process, clientSocket, slots);
        }
        catch
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Stops pcscd; cards in its readers see the end of their connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string FindProgram() =>
        Programs.FirstOrDefault(File.Exists)
        ?? throw new PcscStartException("pcscd is not installed. Run \"./run-tests.sh setup\", or: apt-get install pcscd");

    private static void PrepareRunFolder(PcscOptions options)
    {
        bool root = Environment.IsPrivilegedProcess;
        if (!Directory.Exists(RunFolder) && !root)
        {
            throw new PcscStartException(
                $"pcscd wants the folder {RunFolder}, which does not exist. Once per start of the machine: sudo mkdir -p {RunFolder}");
        }

        if (!options.UseSystemSocket)
        {
            return;
        }

        if (!root)
        {
            throw new PcscStartException($"only root can serve {SystemSocket}.");
        }

        if (SystemIsServed())
        {
            throw new PcscStartException($"another pcscd serves {SystemSocket}. Stop it, or use a socket of your own.");
        }

        // Left behind by one that was killed: pcscd would not start on it. Where none ever ran there is no folder either.
        if (Directory.Exists(RunFolder))
        {
            File.Delete(SystemSocket);
        }
    }

    private static string Configuration(string[] slots, PcscOptions options)
    {
        var text = new StringBuilder();
        string pinPad = options.PinPad ? ":pinpad" : "";
        for (int i = 0; i < slots.Length; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"FRIENDLYNAME \"{FriendlyName}\"");
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"DEVICENAME unix:{slots[i]}:limit={(int)options.AnswerLimit.TotalMilliseconds}{pinPad}");
            text.AppendLine(CultureInfo.InvariantCulture, $"LIBPATH {options.Driver ?? NativeParts.Driver}");
            text.AppendLine(CultureInfo.InvariantCulture, $"CHANNELID {i}");
            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>What pcscd says until its readers are there, or until it gives up.</summary>
    private sealed class StartLog(Action<string> forward)
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

        private readonly ConcurrentQueue<string> _lines = new();
        private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Add(string line)
        {
            forward(line);
            if (_ready.Task.IsCompleted)
            {
                return;
            }

            _lines.Enqueue(line);
            if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
            {
                _ready.SetResult();
            }
        }

        internal async Task WaitForReadersAsync(SupervisedProcess process, int readers)
        {
            Task first = await Task.WhenAny(_ready.Task, process.Ended, Task.Delay(Limit));
            int there = _lines.Count(line => line.Contains("waits for cards", StringComparison.Ordinal));
            if (first != _ready.Task || there != readers)
            {
                string what = first == _ready.Task
                    ? $"pcscd started with {there} of {readers} readers"
                    : first == process.Ended ? "pcscd ended at once" : $"pcscd was not ready within {Limit.TotalSeconds} s";
                throw new PcscStartException($"{what}. It said:\n{string.Join('\n', _lines)}");
            }
        }
    }
}
