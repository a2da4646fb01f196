using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Zoo;

/// <summary>Something about a card that is not as usual, by the words that ask for it.</summary>
/// <param name="Words">The words, French.</param>
/// <param name="Subject">What they are about: two conditions of one subject contradict each other.</param>
/// <param name="OfProfile">What they change before the card is personalised.</param>
/// <param name="OfCard">What they change in the personalised card.</param>
public sealed record CardCondition(
    string Words, string Subject, Func<CardProfile, CardProfile> OfProfile, Action<CardProfile, CardState> OfCard)
{
    private const int DaysExpired = 30;
    private const int DaysEarly = 30;

    /// <summary>All conditions.</summary>
    public static IReadOnlyList<CardCondition> All { get; } =
    [
        Dated("certificat expiré", validity => new((validity.Years * 366) + DaysExpired, validity.Years)),
        Dated("certificat pas encore valable", validity => validity with { IssuedDaysAgo = -DaysEarly }),
        Tries("code porteur à deux essais", CodeRole.CodePorteur, 2),
        Tries("code porteur à un essai", CodeRole.CodePorteur, 1),
        Tries("code porteur bloqué", CodeRole.CodePorteur, 0),
        Tries("code de déblocage bloqué", CodeRole.CodeDeblocage, 0),
        new("sans situation d'exercice", "situations", profile => profile with { Situations = [] }, (_, _) => { }),
    ];

    private static CardCondition Dated(string words, Func<CardValidity, CardValidity> change) =>
        new(words, "validity", profile => profile with { Validity = change(profile.Validity) }, (_, _) => { });

    private static CardCondition Tries(string words, CodeRole role, int left) => new(words, role.ToString(), profile => profile, (profile, card) =>
    {
        if (profile.Generation.FindCode(role) is { } code && card.FindPin(code.Definition.Reference) is { } pin)
        {
            pin.Spend(pin.TriesLeft - left);
        }
    });
}
