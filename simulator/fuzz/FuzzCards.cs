using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz;

/// <summary>Makes the cards of one thread: they share keys, which no two threads may use at the same time.</summary>
internal sealed class FuzzCards
{
    private readonly CardImage[] _images;
    private readonly ComputationRules _computations;
    private readonly Func<VirtualCard, ICard> _layer;

    /// <summary>Cards like a given one.</summary>
    /// <param name="model">A CPS3 with contacts.</param>
    /// <param name="layer">What lies between a card and who watches it; <see langword="null"/> for nothing.</param>
    internal FuzzCards(VirtualCard model, Func<VirtualCard, ICard>? layer = null)
    {
        _images = [.. Enum.GetValues<FuzzCardKind>().Select(kind => ImageOf(kind, model.State.Image))];
        _computations = new(model.State.Image);
        _layer = layer ?? (card => card);
    }

    /// <summary>A new card under watch.</summary>
    internal WatchedCard New(FuzzCardKind kind)
    {
        var card = new VirtualCard(new CardState(_images[(int)kind]));
        return new(_layer(card), card.State, _computations);
    }

    private static CardImage ImageOf(FuzzCardKind kind, CardImage image) => kind switch
    {
        FuzzCardKind.Blocks => image with { Protocols = [TransmissionProtocol.T1, TransmissionProtocol.T0] },
        FuzzCardKind.WithoutCps2ter => image with { Cps2ter = null },
        FuzzCardKind.FewUses => image with
        {
            Pins = [.. image.Pins.Select(pin => pin.Definition.MaxUses is null ? pin : (pin.Definition with { MaxTries = 2, MaxUses = 2 }, pin.Value))],
        },
        _ => image,
    };
}
