namespace CardConformance.Harness.Actors;

/// <summary>The register that a person's national identifier comes from.</summary>
public enum IdentifierRegister
{
    /// <summary>RPPS: 8 and 11 digits, the last one a Luhn key.</summary>
    RPPS,

    /// <summary>ADELI: 0 and 9 characters.</summary>
    ADELI,
}
