namespace CardConformance.Perf.Throughput;

/// <summary>Measures several things in turn, so that each round has all of them under nearly the same load.</summary>
internal static class Turns
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes turns many times within each round: load that lasts for a moment then meets all of them.</summary>
    /// <param name="pace">How many rounds.</param>
    /// <param name="span">How long each of them is measured in a round.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="measured">What gives a rate, measured for so long.</param>
    /// <returns>The samples of each, in the order of what was measured, one for each round.</returns>
    internal static Task<IReadOnlyList<IReadOnlyList<double>>> TakeAsync(
        Pace pace, TimeSpan span, CancellationToken stop, params IReadOnlyList<Func<TimeSpan, Task<double>>> measured)
    {
        int slices = Math.Max(1, (int)(span / Slice));
        return TakeSlicesAsync(pace.Rounds, slices, [.. measured.Select(one => (Func<Task<double>>)(() => one(span / slices)))], stop);
    }

    /// <summary>Takes turns, once in each round.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="measured">What gives one sample each.</param>
    /// <returns>The samples of each, in the order of what was measured, one for each round.</returns>
    internal static Task<IReadOnlyList<IReadOnlyList<double>>> TakeAsync(int rounds, CancellationToken stop, params IReadOnlyList<Func<Task<double>>> measured) =>
        TakeSlicesAsync(rounds, 1, measured, stop);

    private static async Task<IReadOnlyList<IReadOnlyList<double>>> TakeSlicesAsync(
        int rounds, int slices, IReadOnlyList<Func<Task<double>>> measured, CancellationToken stop)
    {
        double[][] samples = [.. measured.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int slice = 0; slice < slices; slice++)
            {
                for (int i = 0; i < measured.Count; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    samples[i][round] += await measured[i]() / slices;
                }
            }
        }

        return samples;
    }
}
