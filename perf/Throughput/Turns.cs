namespace CardConformance.Perf.Throughput;

/// <summary>Measures several things in turn, so that each round has all of them under nearly the same load.</summary>
internal static class Turns
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    /// <summary>A turn for what cannot be measured in less.</summary>
    internal static TimeSpan Second { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Takes turns many times within each round: load that lasts for a moment then meets all of them.</summary>
    /// <param name="pace">How many rounds.</param>
    /// <param name="span">How long each of them is measured in a round.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="measured">What gives a rate, measured for so long.</param>
    /// <returns>The samples of each, in the order of what was measured, one for each round.</returns>
    internal static Task<IReadOnlyList<IReadOnlyList<double>>> TakeAsync(
        Pace pace, TimeSpan span, CancellationToken stop, params IReadOnlyList<Func<TimeSpan, Task<double>>> measured) =>
        TakeAsync(pace, span, Short, stop, measured);

    /// <summary>Takes turns of a given length within each round.</summary>
    /// <param name="pace">How many rounds.</param>
    /// <param name="span">How long each of them is measured in a round.</param>
    /// <param name="turn">How long a turn is, about.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="measured">What gives a rate, measured for so long.</param>
    /// <returns>The samples of each, in the order of what was measured, one for each round.</returns>
    internal static async Task<IReadOnlyList<IReadOnlyList<double>>> TakeAsync(
        Pace pace, TimeSpan span, TimeSpan turn, CancellationToken stop, params IReadOnlyList<Func<TimeSpan, Task<double>>> measured)
    {
        int turns = Math.Max(1, (int)(span / turn));
        double[][] samples = [.. measured.Select(_ => new double[pace.Rounds])];
        for (int round = 0; round < pace.Rounds; round++)
        {
            for (int taken = 0; taken < turns; taken++)
            {
                for (int i = 0; i < measured.Count; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    samples[i][round] += await measured[i](span / turns) / turns;
                }
            }
        }

        return samples;
    }
}
