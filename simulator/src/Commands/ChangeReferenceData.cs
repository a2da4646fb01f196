using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>CHANGE REFERENCE DATA, INS 24: the holder, who proves the old code, sets a new one.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.7. Old and new code follow each other without a separator.</remarks>
internal static class ChangeReferenceData
{
    internal const byte Ins = 0x24;

    /// <summary>Carries out one change. A wrong old code costs a try.</summary>
    /// <returns><c>9000</c>, <c>63CX</c>, <c>6983</c>, <c>6700</c>, <c>6982</c>, <c>6A86</c> or <c>6A88</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command)
    {
        if (command.P1 != 0)
        {
            return StatusWord.WrongP1P2;
        }

        if (card.FindPin(command.P2) is not { } pin)
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!card.Fulfils(pin.Definition.Change))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        int length = pin.Definition.Length;
        if (command.Data.Length != 2 * length)
        {
            return StatusWord.WrongLength;
        }

        StatusWord proof = Verify.Present(pin, command.Data[..length]);
        if (proof == StatusWord.Ok)
        {
            pin.Change(command.Data[length..]);
        }

        return proof;
    }
}
