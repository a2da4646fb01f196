using System.Diagnostics;
using System.Globalization;

namespace CardConformance.Perf.Throughput;

/// <summary>How many of the machine's cores were at work on the average, whoever's work it was.</summary>
/// <remarks>Source: proc(5), <c>/proc/stat</c>.</remarks>
internal sealed class BusyCores
{
    // The kernel counts in hundredths of a second for programs, whatever its own clock is.
    private const double TicksPerSecond = 100;

    // After the name: user, nice, system, idle, iowait, irq, softirq, steal; guests are within user.
    private const int FirstOfIdle = 3;
    private const int LastOfIdle = 4;
    private const int Kinds = 8;

    private readonly double _before = Seconds();
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The average since this object was made.</summary>
    internal double Average => (Seconds() - _before) / Stopwatch.GetElapsedTime(_start).TotalSeconds;

    private static double Seconds() => File.ReadLines("/proc/stat").First()
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Take(Kinds)
        .Select(long (ticks) => long.Parse(ticks, CultureInfo.InvariantCulture))
        .Where((_, kind) => kind is < FirstOfIdle or > LastOfIdle)
        .Sum() / TicksPerSecond;
}
