using System.Runtime.InteropServices;
using Perfolizer.Horology;

namespace CardConformance.Perf.Benchmarks;

/// <summary>The processor time that the calling thread has had: others that want the same core do not count.</summary>
/// <remarks>On a machine with nothing else to do it goes as the wall clock does, for a thread that never waits.</remarks>
internal sealed partial class ProcessorClock : IClock
{
    private const int ThreadProcessorTime = 3;
    private const long NanosecondsInSecond = 1_000_000_000;

    /// <summary>The clock.</summary>
    internal static readonly ProcessorClock Instance = new();

    /// <inheritdoc/>
    public string Title => "thread processor time";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency => new(NanosecondsInSecond);

    /// <summary>Nanoseconds.</summary>
    public long GetTimestamp()
    {
        if (ReadClock(ThreadProcessorTime, out Time time) != 0)
        {
            throw new InvalidOperationException("The system does not tell the thread's processor time.");
        }

        return (time.Seconds * NanosecondsInSecond) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out Time time);

    private struct Time
    {
        internal long Seconds;
        internal long Nanoseconds;
    }
}
