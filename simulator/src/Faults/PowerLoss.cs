namespace CardConformance.Simulator.Faults;

/// <summary>
/// The contacts lose touch in the middle of a command, with the card still in the reader: no answer, and the session is gone. A code
/// under verification has lost its try already, and is not compared any more: nobody gets a free try this way.
/// </summary>
public sealed record PowerLoss : FaultEffect
{
    internal override bool BefallsResets => false;
}
