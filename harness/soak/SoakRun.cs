using System.Diagnostics;
using System.Globalization;
using CardConformance.Simulator.Reader;

namespace CardConformance.Soak;

/// <summary>All readers at work at the same time; now and then all cards are out, and pcscd must hold what it held before.</summary>
/// <param name="pcscd">The readers.</param>
/// <param name="seed">Seed of what is done to them.</param>
/// <param name="checkMemory">Whether memory must not grow; sanitizers keep what was freed, to see whether it is used.</param>
internal sealed class SoakRun(PcscDaemon pcscd, int seed, bool checkMemory)
{
    // After each thing was done once, what allocators and thread stacks keep is there; a quarter of an hour added less than 100 kB.
    private const int MemorySlackKilobytes = 8_192;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly int _process = pcscd.ProcessId;
    private readonly SlotSoak[] _slots = [.. Enumerable.Range(0, pcscd.SlotSockets.Count).Select(slot => new SlotSoak(pcscd, slot, seed))];

    /// <summary>Goes on until it is cancelled.</summary>
    /// <param name="between">Time between two counts.</param>
    /// <param name="cancellation">Ends it after the rounds that have begun.</param>
    /// <exception cref="SoakFailure">A reader failed, or pcscd holds more than it did.</exception>
    internal void Run(TimeSpan between, CancellationToken cancellation)
    {
        ProcessCounters idle = ProcessCounters.Of(_process);
        long start = Stopwatch.GetTimestamp();
        Console.WriteLine("   seconds     rounds   commands  descriptors  threads   memory kB  (of pcscd, all cards out)");
        Tell(start, idle);
        InAllSlots(slot => slot.DoEachOnce());
        ProcessCounters settled = AwaitIdle(idle);
        Tell(start, settled);
        while (!cancellation.IsCancellationRequested)
        {
            using var period = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            period.CancelAfter(between);
            InAllSlots(slot => slot.Run(period.Token));
            ProcessCounters now = AwaitIdle(idle);
            Tell(start, now);
            if (checkMemory && now.MemoryKilobytes > settled.MemoryKilobytes + MemorySlackKilobytes)
            {
                throw new SoakFailure($"pcscd's memory has grown from {settled.MemoryKilobytes} kB to {now.MemoryKilobytes} kB.");
            }
        }
    }

    private void InAllSlots(Action<SlotSoak> work)
    {
        Task[] tasks = [.. _slots.Select(slot => Task.Factory.StartNew(
            () => work(slot), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            Task.WaitAll(tasks);
        }
        catch (AggregateException failures) when (pcscd.Ended.IsCompleted)
        {
            throw new SoakFailure($"pcscd has ended with {pcscd.Ended.Result}. {failures.InnerExceptions[0].Message}", failures);
        }
        catch (AggregateException failures) when (failures.InnerExceptions.OfType<SoakFailure>().FirstOrDefault() is { } failure)
        {
            throw failure;
        }
    }

    // pcscd takes a moment to see that its clients have gone.
    private ProcessCounters AwaitIdle(ProcessCounters idle)
    {
        ProcessCounters now = default;
        bool same = SpinWait.SpinUntil(
            () =>
            {
                now = ProcessCounters.Of(_process);
                return now.Descriptors == idle.Descriptors && now.Threads == idle.Threads;
            },
            Limit);
        return same
            ? now
            : throw new SoakFailure(
                $"pcscd holds {now.Descriptors} descriptors and {now.Threads} threads; before any card it was {idle.Descriptors} and {idle.Threads}.");
    }

    private void Tell(long start, ProcessCounters counters) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Stopwatch.GetElapsedTime(start).TotalSeconds,10:F0} {_slots.Sum(slot => slot.Rounds),10} {_slots.Sum(slot => slot.Commands),10} "
            + $"{counters.Descriptors,12} {counters.Threads,8} {counters.MemoryKilobytes,11}"));
}
