namespace CardConformance.Simulator.Card;

/// <summary>
/// What a reader sees of a card: it gives an ATR, takes command bytes and gives response bytes. The card itself, and the layers
/// that may lie around it (trace, faults), all have this shape.
/// </summary>
public interface ICard
{
    /// <summary>What <see cref="Transmit"/> returns when the card does not answer. An answer without a byte is 0.</summary>
    public const int Mute = -2;

    /// <summary>What <see cref="Transmit"/> returns when the card was pulled out before it could answer.</summary>
    public const int Removed = -1;

    /// <summary>Answer to the last reset, 2 to 33 bytes; empty when the card did not answer.</summary>
    ReadOnlyMemory<byte> Atr { get; }

    /// <summary>
    /// Whether the card is in the reader still; asked after each answer and each reset. Only a card that is pulled out by a fault
    /// ever says no, until it is powered down or reset.
    /// </summary>
    bool IsPresent => true;

    /// <summary>The card gets power, or its reset line is pulled: it begins a new session and keeps its memory.</summary>
    void Reset();

    /// <summary>The card loses power: it forgets its session.</summary>
    void PowerDown();

    /// <summary>
    /// The card loses power in the middle of a command: a code that it was about to compare has lost its try, nothing else of the command
    /// has happened, and the session is forgotten.
    /// </summary>
    /// <param name="command">The command bytes, as the reader received them.</param>
    void LosePower(ReadOnlySpan<byte> command);

    /// <summary>Agrees on the transmission protocol for what follows, until the next reset.</summary>
    /// <param name="protocol">What the reader proposes.</param>
    /// <returns>Whether the card can speak it.</returns>
    bool TrySetProtocol(TransmissionProtocol protocol);

    /// <summary>Carries out one command.</summary>
    /// <param name="command">The command bytes, as the reader received them.</param>
    /// <param name="response">Where to write the answer; at least <see cref="VirtualCard.MaxResponseLength"/> bytes.</param>
    /// <returns>
    /// The length of the answer in bytes, at least 2 from a card in order; or <see cref="Mute"/>, or <see cref="Removed"/>.
    /// </returns>
    int Transmit(ReadOnlySpan<byte> command, Span<byte> response);

    /// <summary>
    /// The card is being pulled out, perhaps in the middle of a command: a layer that waits in <see cref="Transmit"/> or
    /// <see cref="Reset"/> stops waiting. The only member that another thread may call.
    /// </summary>
    void Pull()
    {
    }
}
