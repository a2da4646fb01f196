using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz;

/// <summary>Makes the cards of one thread: they share keys, which no two threads may use at the same time.</summary>
internal sealed class FuzzCards
{
    private readonly (CardImage Image, ComputationRules Computations)[] _kinds;
    private readonly Func<VirtualCard, ICard> _layer;

    /// <summary>Cards like given ones.</summary>
    /// <param name="models">One of each generation and interface.</param>
    /// <param name="layer">What lies between a card and who watches it; <see langword="null"/> for nothing.</param>
    internal FuzzCards(FuzzModels models, Func<VirtualCard, ICard>? layer = null)
    {
        _kinds = [.. Enum.GetValues<FuzzCardKind>().Select(kind => ImageOf(kind, models)).Select(image => (image, new ComputationRules(image)))];
        _layer = layer ?? (card => card);
    }

    /// <summary>A new card under watch.</summary>
    internal IWatchedCard New(FuzzCardKind kind)
    {
        (CardImage image, ComputationRules computations) = _kinds[(int)kind];
        var card = new VirtualCard(new CardState(image));
        var watched = new WatchedCard(_layer(card), card.State, computations);
        return kind.Fails ? new WatchedFailingCard(watched, card.State) : watched;
    }

    private static CardImage ImageOf(FuzzCardKind kind, FuzzModels models)
    {
        CardImage contact = models.Contact.State.Image;
        CardImage cps4 = models.Cps4.State.Image;
        return kind switch
        {
            FuzzCardKind.Blocks => contact with { Layout = contact.Layout with { Protocols = [TransmissionProtocol.T1, TransmissionProtocol.T0] } },
            FuzzCardKind.WithoutCps2ter => contact with { Layout = contact.Layout with { Cps2ter = null } },
            FuzzCardKind.FewUses => WithCodes(contact, FewUses),
            FuzzCardKind.OtherRules => WithCodes(contact, OtherRules),
            FuzzCardKind.Contactless => models.Contactless.State.Image,
            FuzzCardKind.Cps4 or FuzzCardKind.Cps4Failing => cps4,
            FuzzCardKind.Cps4FewUses => WithCodes(cps4, FewUses),
            FuzzCardKind.Cps4OtherRules => WithCodes(cps4, OtherRules),
            _ => contact,
        };
    }

    private static CardImage WithCodes(CardImage image, Func<PinDefinition, PinDefinition> change) =>
        image with { Layout = image.Layout with { Pins = [.. image.Layout.Pins.Select(change)] } };

    private static PinDefinition FewUses(PinDefinition code) => IsDeblocage(code) ? code with { MaxTries = 2, MaxUses = 2 } : code;

    private static PinDefinition OtherRules(PinDefinition code)
    {
        // Condition 13 of the fixtures: the code de déblocage.
        var deblocage = new SecurityCondition(0x13);
        return IsDeblocage(code)
            ? code with { Change = SecurityCondition.Always }
            : code with { Verify = deblocage, Change = deblocage, Reset = SecurityCondition.Always };
    }

    private static bool IsDeblocage(PinDefinition code) => code.MaxUses is not null;
}
