using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Zoo;

/// <summary>A card that a phrase asks for.</summary>
/// <param name="Profile">What it is personalised with.</param>
/// <param name="Conditions">What is not as usual.</param>
public sealed record CardOrder(CardProfile Profile, IReadOnlyList<CardCondition> Conditions)
{
    /// <summary>Whether its certificates have to stand on the revocation list that they name.</summary>
    public bool IsRevoked => Conditions.Contains(CardCondition.Revoked);

    /// <summary>Whether another authority has to issue it than the one that is trusted.</summary>
    public bool IsOfOtherAuthority => Conditions.Contains(CardCondition.OtherAuthority);

    /// <summary>Brings a card that was personalised with <see cref="Profile"/> into the state that was asked for.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The same card.</returns>
    public VirtualCard Prepare(VirtualCard card)
    {
        foreach (CardCondition condition in Conditions)
        {
            condition.OfCard(Profile, card.State);
        }

        return card;
    }
}
