using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>The answer is longer than it should be: bytes <c>00</c> in front of its status word, or behind an ATR.</summary>
/// <param name="Length">Bytes that arrive, status word included, up to 65,538; a longer answer stays as it is.</param>
public sealed record Padding(int Length) : AnswerEffect
{
    /// <summary>The longest answer there can be: 65,536 bytes and the status word.</summary>
    internal const int MaxLength = 65_538;

    private const int StatusWordLength = 2;

    internal static Padding From(FixtureObject json) => new(json.Number("length", 3, MaxLength));

    internal override int Spoil(Span<byte> answer, int length)
    {
        if (length >= Length)
        {
            return length;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(answer.Length, Length, nameof(answer));
        int data = Math.Max(0, length - StatusWordLength);
        answer[data..length].CopyTo(answer[(Length - (length - data))..]);
        answer[data..(Length - (length - data))].Clear();
        return Length;
    }
}
