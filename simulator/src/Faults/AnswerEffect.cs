namespace CardConformance.Simulator.Faults;

/// <summary>A fault of the answer: the command is carried out, and what comes back is not what the card said. The ATR is the answer to a reset.</summary>
public abstract record AnswerEffect : FaultEffect
{
    private protected AnswerEffect()
    {
    }

    /// <summary>Spoils an answer.</summary>
    /// <param name="answer">The answer, with room behind it.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Its length when it is spoilt; 0 for an answer without a byte.</returns>
    internal abstract int Spoil(Span<byte> answer, int length);
}
