using System.Security.Cryptography;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>GET CHALLENGE, INS 84: eight random bytes.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.3.</remarks>
internal static class GetChallenge
{
    internal const byte Ins = 0x84;

    private const int Length = 8;

    /// <summary>Carries out one GET CHALLENGE.</summary>
    /// <returns><c>9000</c> with eight bytes, or as many as Le asks for if fewer; <c>6C08</c>, <c>6700</c> or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongP1P2;
        }

        StatusWord sw = AnswerLength.Compare(card, command, Length);
        if (sw == StatusWord.Ok)
        {
            RandomNumberGenerator.Fill(reply.Reserve(Math.Min(command.Ne, Length)));
        }

        return sw == StatusWord.EndOfFile ? StatusWord.WrongLe(Length) : sw;
    }
}
