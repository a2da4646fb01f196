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
    /// <summary>Of a card under opposition, whose certificates are revoked.</summary>
    public static readonly CardCondition Revoked = Plain("certificat révoqué", "opposition");

    /// <summary>Of a card whose certificates come from an authority that nobody trusts, though it bears the right names.</summary>
    public static readonly CardCondition OtherAuthority = Plain("certificat d'une autre autorité", "authority");

    private const int DaysExpired = 30;
    private const int DaysEarly = 30;

    /// <summary>All conditions.</summary>
    public static IReadOnlyList<CardCondition> All { get; } =
    [
        Dated("certificat expiré", validity => new((validity.Years * 366) + DaysExpired, validity.Years)),
        Dated("certificat pas encore valable", validity => validity with { IssuedDaysAgo = -DaysEarly }),
        Dated("certificat expiré depuis hier", validity => validity with { DaysLeft = -1 }),
        Dated("certificat qui expire demain", validity => validity with { DaysLeft = 1 }),
        Dated("certificat valable demain", validity => validity with { IssuedDaysAgo = -1 }),
        Revoked,
        OtherAuthority,
        Flawed("certificat qui n'est pas d'authentification", CertificateFlaw.NotForAuthentication),
        Flawed("certificat sans titulaire", CertificateFlaw.NoHolder),
        Flawed("certificat à l'identifiant mal formé", CertificateFlaw.MalformedIdentifier),
        Tries("code porteur à deux essais", CodeRole.CodePorteur, 2),
        Tries("code porteur à un essai", CodeRole.CodePorteur, 1),
        Tries("code porteur bloqué", CodeRole.CodePorteur, 0),
        Tries("code de déblocage bloqué", CodeRole.CodeDeblocage, 0),
        new("sans situation d'exercice", "situations", profile => profile with { Situations = [] }, (_, _) => { }),
    ];

    // Of those who issue the card and speak of it, not of the card.
    private static CardCondition Plain(string words, string subject) => new(words, subject, profile => profile, (_, _) => { });

    private static CardCondition Dated(string words, Func<CardValidity, CardValidity> change) =>
        new(words, "validity", profile => profile with { Validity = change(profile.Validity) }, (_, _) => { });

    private static CardCondition Flawed(string words, CertificateFlaw flaw) =>
        new(words, "flaw", profile => profile with { Flaw = flaw }, (_, _) => { });

    private static CardCondition Tries(string words, CodeRole role, int left) => new(words, role.ToString(), profile => profile, (profile, card) =>
    {
        if (profile.Generation.FindCode(role) is { } code && card.FindPin(code.Definition.Reference) is { } pin)
        {
            pin.Spend(pin.TriesLeft - left);
        }
    });
}
