using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>READ BINARY, INS B0: reads from the current file, or from one named by its short identifier.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.2.3.</remarks>
internal static class ReadBinary
{
    internal const byte Ins = 0xB0;

    /// <summary>Carries out one READ BINARY.</summary>
    /// <returns>
    /// <c>9000</c> with data; <c>6282</c> or <c>6CXX</c> when Le asks beyond the end; <c>6700</c>, <c>6982</c>, <c>6986</c>,
    /// <c>6A82</c>, <c>6A86</c> or <c>6B00</c>.
    /// </returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        StatusWord sw = BinaryTarget.Find(card, command, out BinaryTarget target);
        if (sw != StatusWord.Ok)
        {
            return sw;
        }

        if (!card.Fulfils(target.File.Read))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        ReadOnlySpan<byte> content = card.ContentOf(target.File);
        if (target.Offset >= content.Length)
        {
            return StatusWord.WrongOffset;
        }

        ReadOnlySpan<byte> rest = content[target.Offset..];
        sw = AnswerLength.Compare(card, command, Math.Min(rest.Length, 256));
        if (sw != StatusWord.Ok && sw != StatusWord.EndOfFile)
        {
            return sw;
        }

        target.MakeCurrent(card);
        reply.Append(rest[..Math.Min(rest.Length, command.Ne)]);
        return sw;
    }
}
