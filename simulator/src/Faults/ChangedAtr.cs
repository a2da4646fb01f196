namespace CardConformance.Simulator.Faults;

/// <summary>The card answers its reset as another card would.</summary>
/// <param name="Atr">What it answers, 2 to 33 bytes.</param>
public sealed record ChangedAtr(ReadOnlyMemory<byte> Atr) : AnswerEffect
{
    internal override bool BefallsCommands => false;

    internal override int Spoil(Span<byte> answer, int length)
    {
        Atr.Span.CopyTo(answer);
        return Atr.Length;
    }
}
