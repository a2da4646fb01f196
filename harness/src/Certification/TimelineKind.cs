namespace CardConformance.Harness.Certification;

/// <summary>What a row of a timeline is about, in the order in which rows of the same time are shown.</summary>
internal enum TimelineKind
{
    /// <summary>A step begins, or fails.</summary>
    Step,

    /// <summary>A browser asks for a page.</summary>
    Page,

    /// <summary>Reader and card exchange something.</summary>
    Card,

    /// <summary>The product asks the wallet.</summary>
    Wallet,

    /// <summary>The product hands over an e-mail.</summary>
    Mail,

    /// <summary>The product hands over an SMS.</summary>
    Sms,

    /// <summary>A picture was taken of a screen.</summary>
    Screen,

    /// <summary>Something worth knowing.</summary>
    Note,
}
