namespace CardConformance.Harness.Leaks;

/// <summary>What of a person is looked for.</summary>
public enum CanaryKind
{
    /// <summary>A code porteur or de déblocage.</summary>
    CardCode,

    /// <summary>The family name.</summary>
    FamilyName,

    /// <summary>The mobile number.</summary>
    Mobile,

    /// <summary>The e-mail address.</summary>
    Email,
}
