namespace CardConformance.Reference.WithoutCard;

/// <summary>Whether a message may be sent now.</summary>
internal enum SendingVerdict
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>The last one is too recent.</summary>
    TooSoon,

    /// <summary>There were too many.</summary>
    TooMany,
}
