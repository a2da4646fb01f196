using System.Buffers.Binary;
using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Faults;

/// <summary>The card carries out the command and says something else about it.</summary>
/// <remarks>An answer with <c>64XX</c> to <c>6FXX</c> loses its data: ISO/IEC 7816-4:2005, 5.1.3.</remarks>
/// <param name="Value">The status word that it gives.</param>
public sealed record RewrittenStatus(StatusWord Value) : AnswerEffect
{
    private const int StatusWordLength = 2;

    internal override bool BefallsResets => false;

    internal override int Spoil(Span<byte> answer, int length)
    {
        bool aborted = Value.Value is >= 0x6400 and < 0x7000;
        int data = aborted ? 0 : Math.Max(0, length - StatusWordLength);
        BinaryPrimitives.WriteUInt16BigEndian(answer[data..], Value.Value);
        return data + StatusWordLength;
    }
}
