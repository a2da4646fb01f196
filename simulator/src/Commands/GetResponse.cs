using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>GET RESPONSE, INS C0: fetches answer bytes that a <c>61XX</c> announced.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.6.1. Any other command makes the card forget them.</remarks>
internal static class GetResponse
{
    internal const byte Ins = 0xC0;

    /// <summary>Carries out one GET RESPONSE.</summary>
    /// <returns><c>9000</c> with the last bytes, <c>61XX</c> while more wait, <c>6CXX</c>, <c>6700</c>, <c>6985</c> or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0 || command.P2 != 0)
        {
            return StatusWord.WrongP1P2;
        }

        ref ByteRegister pending = ref card.Pending;
        if (pending.Length == 0)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        StatusWord sw = AnswerLength.Compare(card, command, pending.Length);
        if (sw != StatusWord.Ok && sw != StatusWord.EndOfFile)
        {
            return sw;
        }

        int length = Math.Min(command.Ne, pending.Length);
        reply.Append(pending.Bytes[..length]);
        pending.Skip(length);
        return pending.Length > 0 ? StatusWord.MoreData(pending.Length) : StatusWord.Ok;
    }
}
