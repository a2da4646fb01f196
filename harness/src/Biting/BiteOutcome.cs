namespace CardConformance.Harness.Biting;

/// <summary>What the scenarios of a requirement said of a defect that breaks it, best first.</summary>
public enum BiteOutcome
{
    /// <summary>One failed as expected, blamed the product, and passes without the defect.</summary>
    Caught,

    /// <summary>Some failed, none of them so that it is the defect's doing: it does not count.</summary>
    OtherReason,

    /// <summary>All passed.</summary>
    Missed,

    /// <summary>There is none.</summary>
    Unclaimed,

    /// <summary>They could not be played.</summary>
    NotPlayed,
}
