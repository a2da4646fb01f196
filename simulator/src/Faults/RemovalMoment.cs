namespace CardConformance.Simulator.Faults;

/// <summary>When a card is pulled out, seen from one command.</summary>
/// <remarks>
/// A program that sends a command is told <c>SCARD_E_NO_SMARTCARD</c> for the first two, and <c>SCARD_W_REMOVED_CARD</c> from its next
/// call on. For a command that gets <c>SCARD_W_REMOVED_CARD</c> itself, pull the card out after the answer to the command before it.
/// </remarks>
public enum RemovalMoment
{
    /// <summary>The command does not arrive: the card has not carried it out.</summary>
    Before,

    /// <summary>The card has carried out the command, and the answer is lost.</summary>
    Within,

    /// <summary>The answer arrives, then the card is gone.</summary>
    After,
}
