namespace CardConformance.Reference.Login;

/// <summary>Who a card says its holder is.</summary>
/// <param name="IdentifiantNational">National identifier, with its type digit.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Profession">Profession as the certificate names it.</param>
public sealed record Professional(string IdentifiantNational, string FamilyName, string GivenName, string Profession)
{
    /// <summary>Given name and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}";
}
