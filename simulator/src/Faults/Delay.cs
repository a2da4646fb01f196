using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>The card takes its time.</summary>
/// <param name="Time">How long, before it carries out the command; up to 10 minutes.</param>
public sealed record Delay(TimeSpan Time) : FaultEffect
{
    internal const int MostMilliseconds = 600_000;

    internal static Delay From(FixtureObject json) => new(TimeSpan.FromMilliseconds(json.Number("milliseconds", 1, MostMilliseconds)));
}
