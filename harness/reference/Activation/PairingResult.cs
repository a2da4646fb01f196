namespace CardConformance.Reference.Activation;

/// <summary>What came of a code d'ajout.</summary>
internal enum PairingResult
{
    /// <summary>It was right.</summary>
    Paired,

    /// <summary>It has not the form of a code d'ajout; this costs no try.</summary>
    Malformed,

    /// <summary>It was wrong; another try is allowed.</summary>
    Wrong,

    /// <summary>It was wrong once too often: the activation starts anew.</summary>
    TooManyWrong,

    /// <summary>It came too late: the activation starts anew.</summary>
    Expired,

    /// <summary>It was right, and has served before.</summary>
    AlreadyUsed,

    /// <summary>No code is expected now.</summary>
    NotExpected,
}
