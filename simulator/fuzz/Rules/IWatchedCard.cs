using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Rules;

/// <summary>A card under watch: everything done to it throws a <see cref="BrokenRuleException"/> when it breaks a rule.</summary>
internal interface IWatchedCard : ICard
{
    /// <summary>Most bytes that an answer may have: <see cref="ICard.Transmit"/> wants room for so many.</summary>
    internal const int MaxResponseLength = 65_538;

    /// <summary>What the card remembers now.</summary>
    CardSnapshot Now { get; }

    /// <summary>
    /// The pair of command and answer that the last command was, see <see cref="PermittedAnswers"/>; <see langword="null"/> when it did
    /// not reach the card.
    /// </summary>
    int? LastAnswer { get; }

    /// <summary>Lets the card fail.</summary>
    /// <param name="fault">Bytes that say how, see <see cref="Replays.FaultBytes"/>. A card that never fails is not told.</param>
    void Arm(ReadOnlySpan<byte> fault);

    /// <summary>Compares all contents: for the end.</summary>
    void CheckContents();
}
