namespace CardConformance.Simulator.Profiles;

/// <summary>What PKCS #15 announces that a key may do; middlewares choose their commands by it.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.3.2, KeyUsageFlags. The values are the bit numbers.</remarks>
public enum KeyUsage
{
    /// <summary>Encryption.</summary>
    Encrypt = 0,

    /// <summary>Decryption.</summary>
    Decrypt = 1,

    /// <summary>Signature of a hash, for authentication.</summary>
    Sign = 2,

    /// <summary>Signature of bytes as they come.</summary>
    SignRecover = 3,

    /// <summary>Signature that binds the holder.</summary>
    NonRepudiation = 9,
}
