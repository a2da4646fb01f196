namespace CardConformance.Simulator.Profiles;

/// <summary>What can be wrong with the authentication certificate of a card, so that it lets nobody in.</summary>
public enum CertificateFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not say that it is for authentication.</summary>
    NotForAuthentication,

    /// <summary>It names an identifier, and nobody.</summary>
    NoHolder,

    /// <summary>Its identifier is none of the national ones.</summary>
    MalformedIdentifier,
}
