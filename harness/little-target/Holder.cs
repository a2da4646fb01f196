namespace CardConformance.LittleTarget;

/// <summary>Whose card it is.</summary>
/// <param name="Identifier">National identifier.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Profession">As the certificate or the wallet names it.</param>
/// <param name="ActivePhone">The phone on which the wallet has a card of theirs already, if it was asked and there is one.</param>
internal sealed record Holder(string Identifier, string FamilyName, string GivenName, string Profession, string? ActivePhone = null)
{
    internal string FullName => $"{GivenName} {FamilyName}";
}
