using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>When a fault is over and the card works again.</summary>
public sealed record FaultEnd
{
    /// <summary>After one time.</summary>
    public static readonly FaultEnd Once = After(1);

    /// <summary>With the first reset after it took effect: readers reset a card before anybody uses it.</summary>
    public static readonly FaultEnd AtReset = new() { EndsAtReset = true };

    /// <summary>Never, until it is disarmed.</summary>
    public static readonly FaultEnd Never = new();

    private FaultEnd()
    {
    }

    internal int? Times { get; private init; }

    internal bool EndsAtReset { get; private init; }

    /// <summary>After some times.</summary>
    /// <param name="times">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public static FaultEnd After(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return new() { Times = times };
    }

    internal static FaultEnd From(FixtureObject json) => json.Choice("kind", ["once", "times", "untilReset", "always"]) switch
    {
        "times" => After(json.Number("times", 1, int.MaxValue)),
        "untilReset" => AtReset,
        "always" => Never,
        _ => Once,
    };
}
