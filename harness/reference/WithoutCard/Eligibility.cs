namespace CardConformance.Reference.WithoutCard;

/// <summary>Whether somebody may activate an e-CPS without a card.</summary>
internal enum Eligibility
{
    /// <summary>Yes.</summary>
    Eligible,

    /// <summary>Only with a card, by the kind of identifier or of card.</summary>
    OnlyWithCard,

    /// <summary>Nobody is known who can be reached: the person, e-mail or mobile is missing, or was changed too recently.</summary>
    NotReachable,
}
