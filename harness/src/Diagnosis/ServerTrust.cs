namespace CardConformance.Harness.Diagnosis;

/// <summary>How far a server's certificate can be trusted.</summary>
internal enum ServerTrust
{
    /// <summary>It is the server's, and comes from a known authority.</summary>
    Trusted,

    /// <summary>It is another server's.</summary>
    OtherName,

    /// <summary>It has expired or is not valid yet.</summary>
    OutOfDate,

    /// <summary>It comes from an authority that is not known here.</summary>
    UnknownAuthority,
}
