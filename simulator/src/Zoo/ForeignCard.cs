using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Zoo;

/// <summary>A card that is not a professional's: it has an ATR, or not even that, and refuses every command.</summary>
/// <param name="phrase">What it is called, for example <c>carte Vitale</c>.</param>
/// <param name="atr">Its answer to reset; empty for a card that does not answer at all.</param>
public sealed class ForeignCard(string phrase, byte[] atr) : ICard
{
    /// <summary>What it is called.</summary>
    public string Phrase => phrase;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => atr;

    /// <inheritdoc/>
    public void Reset()
    {
    }

    /// <inheritdoc/>
    public void PowerDown()
    {
    }

    /// <inheritdoc/>
    public void LosePower(ReadOnlySpan<byte> command)
    {
    }

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol) => atr.Length > 0 && protocol == TransmissionProtocol.T0;

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        if (atr.Length == 0)
        {
            return ICard.Mute;
        }

        return new ResponseWriter(response).End(StatusWord.ClassNotSupported);
    }
}
