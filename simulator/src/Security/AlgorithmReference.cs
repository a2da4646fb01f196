namespace CardConformance.Simulator.Security;

/// <summary>Algorithms as the card's commands name them (data object 80 of a control reference template).</summary>
/// <remarks>Source: the algorithm list in EF.TokenInfo of a CPS3, and the commands that OpenSC and CryptoLib send to it.</remarks>
internal static class AlgorithmReference
{
    /// <summary>SHA-1, for PSO HASH.</summary>
    internal const byte Sha1 = 0x10;

    /// <summary>SHA-256, for PSO HASH.</summary>
    internal const byte Sha256 = 0x40;

    /// <summary>RSA with PKCS #1 v1.5 padding and SHA-1, for PSO CDS.</summary>
    internal const byte RsaSha1 = 0x12;

    /// <summary>RSA with PKCS #1 v1.5 padding and SHA-256, for PSO CDS.</summary>
    internal const byte RsaSha256 = 0x42;

    /// <summary>RSA over bytes as they come, for INTERNAL AUTHENTICATE (client authentication of TLS).</summary>
    internal const byte RsaAuthentication = 0x02;

    /// <summary>RSA with PKCS #1 v1.5 padding, for PSO DECIPHER.</summary>
    internal const byte RsaDecipher = 0x1A;
}
