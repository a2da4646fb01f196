namespace CardConformance.Reference.Activation;

/// <summary>What came of a code d'ajout.</summary>
internal enum PairingResult
{
    /// <summary>It was right.</summary>
    Paired,

    /// <summary>It was wrong; another try is allowed.</summary>
    Wrong,

    /// <summary>It was wrong once too often: the activation starts anew.</summary>
    TooManyWrong,

    /// <summary>No code is expected now.</summary>
    NotExpected,
}
