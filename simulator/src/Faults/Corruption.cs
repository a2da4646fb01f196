using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>One byte of the answer arrives as another one.</summary>
/// <param name="Offset">
/// Which: 0 for the first, -1 for the last, which is SW2. An answer without that byte stays as it is.
/// </param>
/// <param name="Mask">The bits that are turned over, not 00.</param>
public sealed record Corruption(int Offset, byte Mask) : AnswerEffect
{
    internal static Corruption From(FixtureObject json)
    {
        int offset = json.Number("offset", -Padding.MaxLength, Padding.MaxLength - 1);
        byte mask = json.Byte("mask");
        return mask != 0 ? new(offset, mask) : throw json.Mistake("mask", "01 to FF is expected here, found 00.");
    }

    internal override int Spoil(Span<byte> answer, int length)
    {
        int index = Offset < 0 ? length + Offset : Offset;
        if (index >= 0 && index < length)
        {
            answer[index] ^= Mask;
        }

        return length;
    }
}
