namespace CardConformance.Simulator.Profiles;

/// <summary>What a private key and its certificate are for.</summary>
public enum KeyRole
{
    /// <summary>Signatures that bind the holder.</summary>
    Signature,

    /// <summary>Authentication of the holder, as in TLS.</summary>
    Authentication,
}
