using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Faults;

/// <summary>A layer around a card that makes it fail on order.</summary>
/// <param name="card">The card below.</param>
public sealed class FaultyCard(ICard card) : ICard
{
    private readonly Lock _lock = new();
    private CardFault? _fault;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => card.Atr;

    /// <summary>Arms a fault; it replaces one that has not ended.</summary>
    /// <param name="fault">The fault, or <see langword="null"/> to disarm.</param>
    public void Arm(CardFault? fault)
    {
        lock (_lock)
        {
            _fault = fault;
        }
    }

    /// <inheritdoc/>
    public void Reset() => card.Reset();

    /// <inheritdoc/>
    public void PowerDown() => card.PowerDown();

    /// <inheritdoc/>
    public bool TrySetProtocol(TransmissionProtocol protocol) => card.TrySetProtocol(protocol);

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => TakeEffect(command) switch
    {
        FaultEffect.Mute => ICard.Mute,
        FaultEffect.Removal => ICard.Removed,
        _ => card.Transmit(command, response),
    };

    private FaultEffect? TakeEffect(ReadOnlySpan<byte> command)
    {
        lock (_lock)
        {
            if (_fault is not { } fault || (fault.Ins is { } ins && (command.Length < 2 || command[1] != ins)))
            {
                return null;
            }

            _fault = fault.Times > 1 ? fault with { Times = fault.Times - 1 } : null;
            return fault.Effect;
        }
    }
}
