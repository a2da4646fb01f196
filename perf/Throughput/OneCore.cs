using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Throughput;

/// <summary>Keeps both sides of a conversation on one processor core: what the hand-over between two cores costs says nothing about either.</summary>
internal static partial class OneCore
{
    // sched_setaffinity's name for it.
    private const int CallingThread = 0;

    /// <summary>The program that starts another one on a core.</summary>
    internal const string Launcher = "taskset";

    // The last one: the first is busy with interrupts on many machines.
    private static readonly int Core = Environment.ProcessorCount - 1;

    /// <summary>A program's command line, so that it and its threads stay on the core.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The arguments of <see cref="Launcher"/>.</returns>
    internal static IReadOnlyList<string> Pinned(string program, params IEnumerable<string> arguments) =>
        ["--cpu-list", Core.ToString(CultureInfo.InvariantCulture), program, .. arguments];

    /// <summary>Brings a running process, with all of its threads, to the core.</summary>
    /// <param name="processId">The process.</param>
    internal static async Task PinAsync(int processId)
    {
        ProgramResult result = await new ProgramRun(
            Launcher, "--all-tasks", "--cpu-list", "--pid", Core.ToString(CultureInfo.InvariantCulture), processId.ToString(CultureInfo.InvariantCulture)).RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"process {processId} cannot be kept on one core: {result.Errors}");
        }
    }

    /// <summary>Brings threads of this process to the core: .NET starts them on all cores, wherever the thread is that starts them.</summary>
    /// <param name="name">Their name.</param>
    /// <returns>How many they are.</returns>
    internal static int PinThreads(string name)
    {
        int pinned = 0;
        foreach (string thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (NameOf(thread) == name)
            {
                Pin(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture));
                pinned++;
            }
        }

        return pinned;
    }

    /// <summary>Runs work of this process in a thread that stays on the core.</summary>
    /// <param name="work">The work.</param>
    internal static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                Pin(CallingThread);
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(ExceptionDispatchInfo.Capture(failure).SourceException);
            }
        })
        {
            IsBackground = true,
        }.Start();
        return done.Task;
    }

    private static string? NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd();
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private static void Pin(int thread)
    {
        Span<ulong> cores = stackalloc ulong[16];
        cores[Core / 64] = 1UL << (Core % 64);
        if (SetAffinity(thread, (nuint)(cores.Length * sizeof(ulong)), ref cores[0]) != 0)
        {
            throw new InvalidOperationException($"sched_setaffinity: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int thread, nuint length, ref ulong cores);
}
