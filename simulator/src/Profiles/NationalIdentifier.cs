namespace CardConformance.Simulator.Profiles;

/// <summary>National identifiers of persons and structures: one digit that says the kind, then the number itself.</summary>
/// <remarks>
/// Source: ANS, TRE_G08 (persons) and TRE_G07 (structures). RPPS, FINESS, SIREN and SIRET end with a Luhn key; the key of an ADELI
/// number is not public, so only its form is checked.
/// </remarks>
public static class NationalIdentifier
{
    private const int AdeliLength = 9;
    private const int RppsLength = 11;
    private const int FinessLength = 9;
    private const int SirenLength = 9;
    private const int SiretLength = 14;

    internal static string From(FixtureObject json, string name) =>
        Check(json, name, ProblemOf, "8 and 11 digits of RPPS, 0 and an ADELI number, or 3, 4 or 5 and structure/number");

    internal static string OfStructure(FixtureObject json, string name) =>
        Check(json, name, ProblemOfStructure, "1 and FINESS, 2 and SIREN, 3 and SIRET, 0 and ADELI of a practice, or 4 and RPPS and rank");

    /// <summary>What is wrong with a person's identifier.</summary>
    /// <param name="identifier">The identifier, for example <c>899700000013</c>.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? ProblemOf(string identifier) => identifier switch
    {
        ['0', .. var adeli] => ProblemOfAdeli(adeli),
        ['3', .. var staff] => ProblemOfStaff(staff, FinessLength, "FINESS"),
        ['4', .. var staff] => ProblemOfStaff(staff, SirenLength, "SIREN"),
        ['5', .. var staff] => ProblemOfStaff(staff, SiretLength, "SIRET"),
        ['8', .. var rpps] => ProblemOfKey(rpps, RppsLength, "RPPS"),
        _ => "its first digit is none of 0, 3, 4, 5, 8",
    };

    /// <summary>What is wrong with a structure's identifier.</summary>
    /// <param name="identifier">The identifier, for example <c>1760021832</c>.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? ProblemOfStructure(string identifier) => identifier switch
    {
        ['0', .. var adeli] => adeli.Length < AdeliLength ? "an ADELI number has 9 characters" : ProblemOfAdeli(adeli[..AdeliLength]),
        ['1', .. var finess] => ProblemOfKey(finess, FinessLength, "FINESS"),
        ['2', .. var siren] => ProblemOfKey(siren, SirenLength, "SIREN"),
        ['3', .. var siret] => ProblemOfKey(siret, SiretLength, "SIRET"),
        ['4', .. var practice] => practice.Length == RppsLength + 3
            ? ProblemOfKey(practice[..RppsLength], RppsLength, "RPPS")
            : "a practice is 11 digits of RPPS and 3 of rank",
        _ => "its first digit is none of 0, 1, 2, 3, 4",
    };

    private static string Check(FixtureObject json, string name, Func<string, string?> problemOf, string expected)
    {
        string identifier = json.Text(name);
        return problemOf(identifier) is { } problem
            ? throw json.Mistake(name, $"a national identifier is expected here ({expected}), found \"{identifier}\": {problem}.")
            : identifier;
    }

    private static string? ProblemOfStaff(string staff, int length, string register)
    {
        int slash = staff.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || slash == staff.Length - 1
            ? "a slash and the number in the structure's register are missing"
            : ProblemOfKey(staff[..slash], length, register);
    }

    private static string? ProblemOfAdeli(string adeli) =>
        adeli.Length == AdeliLength && adeli.All(char.IsAsciiLetterOrDigit) ? null : "an ADELI number has 9 characters";

    private static string? ProblemOfKey(string digits, int length, string register)
    {
        if (digits.Length != length || !digits.All(char.IsAsciiDigit))
        {
            return $"{register} has {length} digits";
        }

        int key = Luhn.KeyOf(digits.AsSpan(0, length - 1));
        return digits[^1] - '0' == key ? null : $"the last digit of this {register} would be {key}";
    }
}
