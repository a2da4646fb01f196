namespace CardConformance.Harness.Certification;

/// <summary>What a run says about the product.</summary>
public enum Verdict
{
    /// <summary>Every scenario ran and passed.</summary>
    Conforming,

    /// <summary>At least one scenario did not pass.</summary>
    NotConforming,

    /// <summary>What ran has passed, but the run was stopped or broke off: nothing can be said yet.</summary>
    Unfinished,

    /// <summary>No scenario ran: nothing can be said.</summary>
    Nothing,
}
