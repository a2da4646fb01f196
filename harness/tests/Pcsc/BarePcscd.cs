using System.Collections.Concurrent;
using System.Globalization;
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
        var process = SupervisedProcess.Start(new("/usr/sbin/pcscd", ["--foreground", "--info", "--config", configuration], line =>
        {
            log.Enqueue(line);
            if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        })
        {
            ListenOn = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"clients{Guid.NewGuid():N}")),
        });
        await ready.Task.WaitAsync(Readers.Limit);
        return new(process, log);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
