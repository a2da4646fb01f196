namespace CardConformance.Reference.Login;

/// <summary>Why somebody with a card was not let in. Each has a screen.</summary>
public enum LoginFailure
{
    /// <summary>The browser sent no certificate: no card, or none that the workstation can read.</summary>
    NoCard,

    /// <summary>The connection broke while the card was at work.</summary>
    Interrupted,

    /// <summary>The certificate comes from an authority that is not trusted here.</summary>
    UnknownAuthority,

    /// <summary>The certificate is not one for authentication.</summary>
    WrongCertificate,

    /// <summary>The certificate is in nobody's name: a non nominative card of staff.</summary>
    NotNominative,

    /// <summary>The certificate does not say who its holder is in a way that can be read.</summary>
    UnreadableHolder,

    /// <summary>The card is not valid yet.</summary>
    NotYetValid,

    /// <summary>The card has expired.</summary>
    Expired,

    /// <summary>The card was put under opposition.</summary>
    Revoked,

    /// <summary>Whether the card was put under opposition cannot be found out now.</summary>
    RevocationUnknown,

    /// <summary>The login took too long, was used before, or was begun elsewhere.</summary>
    Stale,
}
