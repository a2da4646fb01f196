using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Commands;

/// <summary>INTERNAL AUTHENTICATE, INS 88: signs what the host wants authenticated, as TLS does with the end of its handshake.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 7.5.2. The card pads the bytes as they come (PKCS #1 v1.5, block type 1). They may fill 40 % of
/// the key at most (ANS, internal specification of CryptoLib): 102 bytes for 2,048 bits.
/// </remarks>
internal static class InternalAuthenticate
{
    internal const byte Ins = 0x88;

    /// <summary>Carries out one INTERNAL AUTHENTICATE.</summary>
    /// <returns><c>9000</c> with the signature; <c>6700</c>, <c>6982</c>, <c>6985</c> before MSE, or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongP1P2;
        }

        if (card.Environment.AuthenticationKey is not { } key)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        if (!card.Fulfils(key.Definition.Authenticate))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (command.Data.IsEmpty || command.Data.Length > LongestInput(key))
        {
            return StatusWord.WrongLength;
        }

        key.Sign(command.Data, reply.Reserve(key.ModulusLength));
        return StatusWord.Ok;
    }

    private static int LongestInput(PrivateKey key) => key.ModulusLength * 40 / 100;
}
