namespace CardConformance.Reference.Activation;

/// <summary>How far an activation has come, by either method.</summary>
public enum ActivationStep
{
    /// <summary>With the card: the portal shows a QR code; the phone is to scan it.</summary>
    QrCode,

    /// <summary>With the card: nobody scanned the QR code in time.</summary>
    QrCodeExpired,

    /// <summary>Without the card: the e-mail's link or QR code is to be opened on a phone.</summary>
    Mail,

    /// <summary>Without the card: the code of an SMS is to be typed.</summary>
    SmsCode,

    /// <summary>The person has an e-CPS already; the phone asks whether it is to be replaced.</summary>
    Replacement,

    /// <summary>With the card: the phone shows the code d'ajout; it is to be typed on the portal.</summary>
    Pairing,

    /// <summary>With the card: nobody typed the code d'ajout in time.</summary>
    PairingExpired,

    /// <summary>A password is to be created.</summary>
    Password,

    /// <summary>The password is to be typed a second time.</summary>
    Confirmation,

    /// <summary>The e-CPS is active.</summary>
    Active,

    /// <summary>Given up: begun anew, refused on the phone, or after too many wrong codes.</summary>
    GivenUp,
}
