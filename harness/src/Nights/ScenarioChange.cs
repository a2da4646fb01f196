namespace CardConformance.Harness.Nights;

/// <summary>What became of a scenario from one run to the next.</summary>
internal enum ScenarioChange
{
    /// <summary>It is red and was not.</summary>
    NewRed,

    /// <summary>It was played, and is not any more: nobody knows how it would have ended.</summary>
    Gone,

    /// <summary>It is red in both, and somebody else's fault than before.</summary>
    OtherBlame,

    /// <summary>It is red in both, with another message, ids and dates aside.</summary>
    OtherMessage,

    /// <summary>It is red in both in the same way.</summary>
    StillRed,

    /// <summary>It ended otherwise although product, CardConformance and seed are the same.</summary>
    Unstable,

    /// <summary>It was tried, and now cannot be on this target.</summary>
    NotTestableAnyMore,

    /// <summary>It could not be tried, and is now.</summary>
    TestableNow,

    /// <summary>It was red and is not.</summary>
    Fixed,

    /// <summary>It takes longer than the spread of all others explains.</summary>
    Slower,

    /// <summary>It was not played before.</summary>
    Added,
}
