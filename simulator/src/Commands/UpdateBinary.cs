using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>UPDATE BINARY, INS D6: overwrites bytes of the current file, or of one named by its short identifier.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.2.5. Files keep the size that personalisation gave them.</remarks>
internal static class UpdateBinary
{
    internal const byte Ins = 0xD6;

    /// <summary>Carries out one UPDATE BINARY: all bytes, or none.</summary>
    /// <returns><c>9000</c>; <c>6700</c>, <c>6982</c>, <c>6986</c>, <c>6A82</c>, <c>6A84</c>, <c>6A86</c> or <c>6B00</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command)
    {
        StatusWord sw = BinaryTarget.Find(card, command, out BinaryTarget target);
        if (sw != StatusWord.Ok)
        {
            return sw;
        }

        if (!card.Fulfils(target.File.Update))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (command.Data.IsEmpty)
        {
            return StatusWord.WrongLength;
        }

        int size = card.ContentOf(target.File).Length;
        if (target.Offset >= size)
        {
            return StatusWord.WrongOffset;
        }

        if (target.Offset + command.Data.Length > size)
        {
            return StatusWord.NotEnoughSpace;
        }

        card.Update(target.File, target.Offset, command.Data);
        target.MakeCurrent(card);
        return StatusWord.Ok;
    }
}
