using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>The answer breaks off.</summary>
/// <param name="Length">Bytes that arrive, from 0; a shorter answer stays as it is.</param>
public sealed record Truncation(int Length) : AnswerEffect
{
    internal static Truncation From(FixtureObject json) => new(json.Number("length", 0, Padding.MaxLength));

    internal override int Spoil(Span<byte> answer, int length) => Math.Min(length, Length);
}
