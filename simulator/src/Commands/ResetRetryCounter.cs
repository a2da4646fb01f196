using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>RESET RETRY COUNTER, INS 2C: after the code de déblocage was verified, sets a new code porteur and frees the card.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.10. Only the form with a new code (P1 = 02) exists on this card.</remarks>
internal static class ResetRetryCounter
{
    internal const byte Ins = 0x2C;

    private const byte NewCodeOnly = 0x02;

    /// <summary>Carries out one reset, and counts one use of the code that allowed it.</summary>
    /// <returns><c>9000</c>, <c>6982</c>, <c>6700</c>, <c>6A86</c> or <c>6A88</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command)
    {
        if (command.P1 != NewCodeOnly)
        {
            return StatusWord.WrongP1P2;
        }

        if (card.FindPin(command.P2) is not { } pin)
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!card.Fulfils(pin.Definition.Reset))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (command.Data.Length != pin.Definition.Length)
        {
            return StatusWord.WrongLength;
        }

        pin.Unblock(command.Data);
        card.CountUse(pin.Definition.Reset);
        return StatusWord.Ok;
    }
}
