namespace CardConformance.Simulator.Faults;

/// <summary>A fault that lies in wait in a card, and how far it is.</summary>
/// <param name="fault">The fault.</param>
internal sealed class ArmedFault(CardFault fault)
{
    private readonly Random? _random = fault.Effect is Latency latency ? new(latency.Seed) : null;
    private int _met;
    private int _times;

    internal CardFault Fault => fault;

    internal FaultCause Cause => fault.Cause;

    /// <summary>Whether it never had an effect.</summary>
    internal bool IsUnmet => _times == 0;

    /// <summary>Whether it has had its last effect.</summary>
    internal bool IsSpent => _times == fault.End.Times;

    /// <summary>Whether a reset ends it now.</summary>
    internal bool EndsAtReset => fault.End.EndsAtReset && _times > 0;

    /// <summary>What it waits for has come once more.</summary>
    /// <returns>What goes wrong, or <see langword="null"/> while others are to pass before.</returns>
    internal FaultEffect? Meet()
    {
        if (++_met < fault.Cause.Nth)
        {
            return null;
        }

        _times++;
        return fault.Effect is Latency latency ? latency.Next(_random!) : fault.Effect;
    }
}
