using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Fuzz;

/// <summary>A layer around a card that does something else than the card would.</summary>
/// <param name="card">The card.</param>
/// <param name="transmit">What it does with a command.</param>
/// <param name="reset">What it does after a reset.</param>
/// <param name="powerLoss">What it does after a loss of power in the middle of a command.</param>
internal sealed class ChangedCard(
    VirtualCard card, ChangedCard.Transmission transmit, Action<VirtualCard>? reset = null, Action<VirtualCard>? powerLoss = null) : ICard
{
    internal delegate int Transmission(VirtualCard card, ReadOnlySpan<byte> command, Span<byte> response);

    public ReadOnlyMemory<byte> Atr => card.Atr;

    public void Reset()
    {
        card.Reset();
        reset?.Invoke(card);
    }

    public void PowerDown() => Reset();

    public void LosePower(ReadOnlySpan<byte> command)
    {
        card.LosePower(command);
        powerLoss?.Invoke(card);
    }

    public bool TrySetProtocol(TransmissionProtocol protocol) => card.TrySetProtocol(protocol);

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => transmit(card, command, response);
}
