namespace CardConformance.Harness.ProSanteConnect;

/// <summary>What a service shows of whoever is logged in.</summary>
public enum PersonShown
{
    /// <summary>The identifiant national.</summary>
    IdentifiantNational,

    /// <summary>The family name.</summary>
    FamilyName,

    /// <summary>The given name.</summary>
    GivenName,
}
