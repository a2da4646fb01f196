namespace CardConformance.Simulator.Profiles;

/// <summary>The kinds of professional cards.</summary>
/// <remarks>Source: ANS, TRE_G02 "Type de produit" (OID 1.2.250.1.71.1.2.2), where CDE and CPE, and CDA and CPA, share a code.</remarks>
public enum CardKind
{
    /// <summary>Carte de professionnel de santé.</summary>
    CPS,

    /// <summary>Carte de professionnel en formation.</summary>
    CPF,

    /// <summary>Carte de directeur d'établissement.</summary>
    CDE,

    /// <summary>Carte de personnel d'établissement.</summary>
    CPE,

    /// <summary>Carte de personnel autorisé.</summary>
    CPA,
}
