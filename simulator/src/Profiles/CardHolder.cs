namespace CardConformance.Simulator.Profiles;

/// <summary>Who a card belongs to: a professional, a member of staff, or, for a non nominative card, whoever has it in hand.</summary>
/// <param name="IdentifiantNational">National identifier, see <see cref="NationalIdentifier"/>.</param>
/// <param name="FamilyName">Family name, in capitals as on the card; <see langword="null"/> on a non nominative card.</param>
/// <param name="GivenName">Given name, in capitals as on the card; <see langword="null"/> on a non nominative card.</param>
/// <param name="Pseudonym">What a non nominative card says instead of a name, for example <c>EMPLOYE000000018</c>; else <see langword="null"/>.</param>
/// <param name="Language">Language, ISO 639-1.</param>
/// <param name="Profession">Profession; <see langword="null"/> for staff.</param>
/// <param name="Specialty">Specialty code (TRE_R38 and others), for example <c>SM26</c>, or <see langword="null"/>.</param>
/// <param name="Employer">The structure that ordered the card; <see langword="null"/> for health professionals.</param>
public sealed record CardHolder(
    string IdentifiantNational,
    string? FamilyName,
    string? GivenName,
    string? Pseudonym,
    string Language,
    Profession? Profession,
    string? Specialty,
    Employer? Employer)
{
    /// <summary>How the holder practises, where neither card nor certificate says and the directory does, for example <c>remplaçant</c>; else <see langword="null"/>.</summary>
    public string? Practice { get; init; }

    /// <summary>Whether the card is in somebody's name. Only such a card can activate an e-CPS.</summary>
    public bool IsNamed => Pseudonym is null;

    /// <summary>Given name and family name, or the pseudonym.</summary>
    public string DisplayName => Pseudonym ?? $"{GivenName} {FamilyName}";

    /// <summary>What the holder is: the profession, or staff of whom.</summary>
    public string Occupation => Profession?.Label ?? $"personnel de {Employer!.Name}";

    internal static CardHolder From(FixtureObject json)
    {
        bool named = !json.Has("pseudonym");
        var holder = new CardHolder(
            NationalIdentifier.From(json, "identifiantNational"),
            named ? json.Text("familyName") : null,
            named ? json.Text("givenName") : null,
            json.OptionalText("pseudonym"),
            json.Text("language"),
            json.Has("profession") ? json.Part("profession", Profession.From) : null,
            json.OptionalText("specialty"),
            json.Has("employer") ? json.Part("employer", Employer.From) : null)
        {
            Practice = json.OptionalText("practice"),
        };
        return (holder.Profession is null) == (holder.Employer is null)
            ? throw json.Mistake(null, "either \"profession\" or \"employer\" is expected here.")
            : holder;
    }
}
