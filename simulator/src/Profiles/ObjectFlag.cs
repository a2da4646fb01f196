namespace CardConformance.Simulator.Profiles;

/// <summary>What PKCS #15 announces about any object.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.1.8, CommonObjectFlags. The values are the bit numbers.</remarks>
public enum ObjectFlag
{
    /// <summary>To be used only after the code was verified.</summary>
    Private = 0,

    /// <summary>The middleware may change it.</summary>
    Modifiable = 1,

    /// <summary>Bit 2 as the public listings of real CPS3 show it for the authentication key.</summary>
    Internal = 2,
}
