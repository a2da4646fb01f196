using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Commands;

/// <summary>VERIFY, INS 20: proves that the holder knows a code; without data, asks how many tries are left.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.6. A real card's answer to the last wrong try is not public; this one says 63C0.</remarks>
internal static class Verify
{
    internal const byte Ins = 0x20;

    /// <summary>Carries out one VERIFY.</summary>
    /// <returns>
    /// <c>9000</c>; <c>63CX</c> with the tries left; <c>6983</c> once blocked; <c>6700</c> for a code of another length,
    /// which costs no try; <c>6A86</c>; <c>6A88</c> for an unknown code.
    /// </returns>
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

        if (command.Data.IsEmpty)
        {
            return Status(pin);
        }

        return card.Fulfils(pin.Definition.Verify)
            ? Present(pin, command.Data)
            : StatusWord.SecurityStatusNotSatisfied;
    }

    /// <summary>Presents a code to the card on behalf of a command.</summary>
    /// <returns>As <see cref="Execute"/>, without <c>6A86</c> and <c>6A88</c>.</returns>
    internal static StatusWord Present(Pin pin, ReadOnlySpan<byte> presented)
    {
        if (pin.Blocked)
        {
            return StatusWord.CodeBlocked;
        }

        if (presented.Length != pin.Definition.Length)
        {
            return StatusWord.WrongLength;
        }

        return pin.Present(presented) ? StatusWord.Ok : StatusWord.TriesLeft(pin.TriesLeft);
    }

    private static StatusWord Status(Pin pin) => pin switch
    {
        { Blocked: true } => StatusWord.CodeBlocked,
        { Verified: true } => StatusWord.Ok,
        _ => StatusWord.TriesLeft(pin.TriesLeft),
    };
}
