namespace CardConformance.Simulator.Profiles;

/// <summary>The professional a card belongs to.</summary>
/// <param name="IdentifiantNational">National identifier: type digit and value, for example <c>8</c> and 11 digits of RPPS.</param>
/// <param name="FamilyName">Family name, in capitals as on the card.</param>
/// <param name="GivenName">Given name, in capitals as on the card.</param>
/// <param name="Language">Language, ISO 639-1.</param>
/// <param name="Profession">Profession.</param>
/// <param name="Specialty">Specialty code (TRE_R38 and others), for example <c>SM26</c>, or <see langword="null"/>.</param>
public sealed record CardHolder(
    string IdentifiantNational,
    string FamilyName,
    string GivenName,
    string Language,
    Profession Profession,
    string? Specialty)
{
    internal static CardHolder From(FixtureObject json) => new(
        json.Text("identifiantNational"),
        json.Text("familyName"),
        json.Text("givenName"),
        json.Text("language"),
        json.Part("profession", Profession.From),
        json.OptionalText("specialty"));
}
