using System.Globalization;

namespace CardConformance.Perf.Throughput;

/// <summary>What a client measured in one round.</summary>
/// <param name="Count">Round trips.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="MedianMicroseconds">Half of them took longer.</param>
/// <param name="P99Microseconds">One in a hundred took longer.</param>
internal sealed record Rate(long Count, double Seconds, double MedianMicroseconds, double P99Microseconds)
{
    /// <summary>Round trips per second.</summary>
    internal double PerSecond => Count / Seconds;

    /// <summary>Reads the line that the programs of <c>perf/native</c> print.</summary>
    internal static Rate Parse(string line) =>
        line.Split(' ') is [var count, var seconds, var median, var p99]
            ? new(long.Parse(count, CultureInfo.InvariantCulture), Number(seconds), Number(median), Number(p99))
            : throw new InvalidOperationException($"four numbers are expected, found \"{line}\"");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
