namespace CardConformance.Simulator.Profiles;

/// <summary>What an announced algorithm does.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.9, Operations. The values are the bit numbers.</remarks>
public enum AlgorithmOperation
{
    /// <summary>Computes a signature.</summary>
    ComputeSignature = 1,

    /// <summary>Deciphers.</summary>
    Decipher = 5,

    /// <summary>Hashes.</summary>
    Hash = 6,
}
