namespace CardConformance.Reference.Activation;

/// <summary>How far an activation has come.</summary>
public enum ActivationStep
{
    /// <summary>The portal shows a QR code; the phone is to scan it.</summary>
    QrCode,

    /// <summary>Nobody scanned the QR code in time.</summary>
    QrCodeExpired,

    /// <summary>The person has an e-CPS already; the phone asks whether it is to be replaced.</summary>
    Replacement,

    /// <summary>The phone shows the code d'ajout; it is to be typed on the portal.</summary>
    Pairing,

    /// <summary>Nobody typed the code d'ajout in time.</summary>
    PairingExpired,

    /// <summary>A password is to be created on the portal.</summary>
    Password,

    /// <summary>The password is to be typed a second time.</summary>
    Confirmation,

    /// <summary>The e-CPS is active.</summary>
    Active,

    /// <summary>Given up: begun anew, refused on the phone, or after too many wrong codes.</summary>
    GivenUp,
}
