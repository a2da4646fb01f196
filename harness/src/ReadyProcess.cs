using System.Collections.Concurrent;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness;

/// <summary>A child process that says in one of its lines that it is ready, and where.</summary>
/// <typeparam name="T">What that line says.</typeparam>
/// <param name="Process">The process.</param>
/// <param name="Said">What the line said.</param>
/// <param name="Log">All that it has written so far; grows.</param>
internal sealed record ReadyProcess<T>(SupervisedProcess Process, T Said, IReadOnlyCollection<string> Log)
    where T : class
{
    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <param name="program">Path, or name to be found in PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="read">Reads a line: what it says if it is the one that is waited for, else <see langword="null"/>. Not asked again after that.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="failure">Makes the error of one that is not ready by then: whether it has ended, and what it wrote.</param>
    /// <param name="environment">Variables to set; the others are inherited.</param>
    internal static async Task<ReadyProcess<T>> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        Func<string, T?> read,
        TimeSpan limit,
        Func<bool, string, Exception> failure,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var log = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new SupervisedStart(program, arguments, line =>
        {
            log.Enqueue(line);
            if (!ready.Task.IsCompleted && read(line) is { } said)
            {
                ready.TrySetResult(said);
            }
        });
        var process = SupervisedProcess.Start(environment is null ? start : start with { Environment = environment });
        Task first = await Task.WhenAny(ready.Task, process.Ended, Task.Delay(limit));
        if (first == ready.Task)
        {
            return new(process, await ready.Task, log);
        }

        await process.DisposeAsync();
        throw failure(first == process.Ended, string.Join('\n', log));
    }
}
