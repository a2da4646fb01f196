namespace CardConformance.Reference.WithoutCard;

/// <summary>What came of a code that was typed.</summary>
internal enum CodeResult
{
    /// <summary>It was right.</summary>
    Right,

    /// <summary>It was wrong.</summary>
    Wrong,

    /// <summary>It came with an earlier SMS; it counts as wrong.</summary>
    OfEarlierSms,

    /// <summary>Whatever was typed, the code has expired.</summary>
    Expired,

    /// <summary>Too many were wrong: none is accepted for a while.</summary>
    Blocked,

    /// <summary>No code is expected now.</summary>
    NotExpected,
}
