namespace CardConformance.Reference.WithoutCard;

/// <summary>How far an activation without a card has come.</summary>
internal enum CorrespondenceStep
{
    /// <summary>The e-mail's link or QR code is to be opened on a phone.</summary>
    Mail,

    /// <summary>The code of an SMS is to be typed.</summary>
    Code,

    /// <summary>A password is to be created.</summary>
    Password,

    /// <summary>The password is to be typed a second time.</summary>
    Confirmation,

    /// <summary>The e-CPS is active.</summary>
    Active,
}
