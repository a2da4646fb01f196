namespace CardConformance.Reference.Activation;

/// <summary>How far an activation has come.</summary>
public enum ActivationStep
{
    /// <summary>The portal shows a QR code; the phone is to scan it.</summary>
    QrCode,

    /// <summary>The phone shows the code d'ajout; it is to be typed on the portal.</summary>
    Pairing,

    /// <summary>A password is to be created on the portal.</summary>
    Password,

    /// <summary>The password is to be typed a second time.</summary>
    Confirmation,

    /// <summary>The e-CPS is active.</summary>
    Active,
}
