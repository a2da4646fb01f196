namespace CardConformance.Harness.Leaks;

/// <summary>What is to be said of something that stands somewhere.</summary>
internal enum LeakRule
{
    /// <summary>It may stand there.</summary>
    Allowed,

    /// <summary>It stands where others can read it.</summary>
    Leak,

    /// <summary>It belongs to the person of another scenario.</summary>
    MixUp,
}
