namespace CardConformance.LittleTarget;

/// <summary>Whose card it is.</summary>
internal sealed record Holder(string Identifier, string FamilyName, string GivenName, string Profession)
{
    internal string FullName => $"{GivenName} {FamilyName}";
}
