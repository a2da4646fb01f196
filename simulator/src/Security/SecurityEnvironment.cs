namespace CardConformance.Simulator.Security;

/// <summary>What MANAGE SECURITY ENVIRONMENT has set for the next computations: one slot per kind of computation.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 6.3.1 (control reference templates). It outlives SELECT, VERIFY and refused commands, since
/// ANS's CryptoLib verifies the code between MSE and PSO without setting it again; a reset clears it.
/// </remarks>
public sealed class SecurityEnvironment
{
    /// <summary>Template <c>A4</c>: the key for INTERNAL AUTHENTICATE, or <see langword="null"/> until set.</summary>
    public PrivateKey? AuthenticationKey { get; set; }

    /// <summary>Template <c>B6</c>: the key for PSO COMPUTE DIGITAL SIGNATURE, or <see langword="null"/> until set.</summary>
    public PrivateKey? SignatureKey { get; set; }

    /// <summary>Template <c>B6</c>: the algorithm that goes with <see cref="SignatureKey"/>.</summary>
    public byte SignatureAlgorithm { get; set; }

    /// <summary>Template <c>B8</c>: the key for PSO DECIPHER, or <see langword="null"/> until set.</summary>
    public PrivateKey? DecipherKey { get; set; }

    /// <summary>Template <c>AA</c>: the algorithm for PSO HASH; 0 until set.</summary>
    public byte HashAlgorithm { get; set; }

    /// <summary>Forgets everything, as at a reset.</summary>
    public void Clear()
    {
        AuthenticationKey = null;
        SignatureKey = null;
        SignatureAlgorithm = 0;
        DecipherKey = null;
        HashAlgorithm = 0;
    }
}
