namespace CardConformance.Harness.Certification;

/// <summary>What a run says about the product.</summary>
public enum Verdict
{
    /// <summary>Every scenario that can be tried on this target ran and passed.</summary>
    Conforming,

    /// <summary>What failed is what the vendor said would; the rest ran and passed.</summary>
    AsExpected,

    /// <summary>At least one scenario failed by the product's fault.</summary>
    NotConforming,

    /// <summary>The product is not set up, or not described, as it has to be: nothing can be said about it.</summary>
    Misconfigured,

    /// <summary>CardConformance, or the machine that it runs on, failed: nothing can be said about the product.</summary>
    HarnessFailed,

    /// <summary>What ran has passed, but the run was stopped or broke off: nothing can be said yet.</summary>
    Unfinished,

    /// <summary>No scenario ran: nothing can be said.</summary>
    Nothing,
}
