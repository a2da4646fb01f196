namespace CardConformance.Reference.Activation;

/// <summary>What came of a phone that scanned a QR code.</summary>
internal enum ScanResult
{
    /// <summary>The phone takes part in the activation from now on.</summary>
    Accepted,

    /// <summary>The QR code has expired, was scanned before, or belongs to an activation that was given up.</summary>
    NoLongerValid,

    /// <summary>The phone holds the e-CPS of another person, or is about to.</summary>
    PhoneOfAnother,
}
