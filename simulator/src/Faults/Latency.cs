using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>The card takes as long as a real one, now more, now less: in whole milliseconds, and the same again for the same seed.</summary>
/// <param name="Least">Shortest time.</param>
/// <param name="Most">Longest time.</param>
/// <param name="Seed">What the times follow from.</param>
public sealed record Latency(TimeSpan Least, TimeSpan Most, int Seed) : FaultEffect
{
    internal static Latency From(FixtureObject json)
    {
        int least = json.Number("leastMilliseconds", 0, Delay.MostMilliseconds);
        return new(
            TimeSpan.FromMilliseconds(least),
            TimeSpan.FromMilliseconds(json.Number("mostMilliseconds", least, Delay.MostMilliseconds)),
            json.Number("seed", 0, int.MaxValue));
    }

    /// <summary>The next time.</summary>
    /// <param name="random">Begun with the seed.</param>
    internal Delay Next(Random random) => new(Least + ((Most - Least) * random.NextDouble()));
}
