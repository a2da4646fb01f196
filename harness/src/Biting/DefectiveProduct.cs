namespace CardConformance.Harness.Biting;

/// <summary>What of ours can be wrong on order.</summary>
public enum DefectiveProduct
{
    /// <summary>The reference: portal and phone application.</summary>
    Reference,

    /// <summary>The example service, run as a vendor runs theirs.</summary>
    Service,
}
