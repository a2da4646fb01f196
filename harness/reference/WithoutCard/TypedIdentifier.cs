namespace CardConformance.Reference.WithoutCard;

/// <summary>A national identifier as somebody typed it.</summary>
/// <remarks>
/// Source: ANS, TRE_G08. RPPS numbers end with a Luhn key; the key of ADELI numbers is not public, so only their form is checked.
/// </remarks>
/// <param name="Kind">Which register it names; of no meaning when there is a problem.</param>
/// <param name="Problem">What is wrong with it, or <see langword="null"/>.</param>
internal readonly record struct TypedIdentifier(IdentifierKind Kind, IdentifierProblem? Problem)
{
    private const int RppsLength = 1 + 11;
    private const int AdeliLength = 1 + 9;
    private const int FinessLength = 1 + 9;
    private const int SiretLength = 1 + 14;

    // The numbers that structures give are free text; the longest seen has 9 characters.
    private const int LongestStaffNumber = 32;

    /// <summary>Looks at what was typed.</summary>
    /// <param name="text">The text, not trimmed: a space is a typing error like any other.</param>
    internal static TypedIdentifier Read(string text) => text switch
    {
        "" => new(default, IdentifierProblem.Empty),
        _ when IsOfStaff(text) => new(IdentifierKind.Staff, null),
        _ when !text.All(char.IsAsciiLetterOrDigit) => new(default, IdentifierProblem.WrongCharacter),
        ['8', ..] => new(IdentifierKind.RPPS, ProblemOfRpps(text)),
        ['0', ..] => new(IdentifierKind.ADELI, ProblemOfLength(text, AdeliLength)),
        _ => new(default, IdentifierProblem.WrongPrefix),
    };

    private static bool IsOfStaff(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        int length = text[0] switch { '3' => FinessLength, '5' => SiretLength, _ => -1 };
        return slash > 0
            && slash == length
            && text[..slash].All(char.IsAsciiLetterOrDigit)
            && text.Length - slash - 1 is > 0 and <= LongestStaffNumber
            && text[(slash + 1)..].All(char.IsAsciiLetterOrDigit);
    }

    private static IdentifierProblem? ProblemOfRpps(string text) =>
        !text.All(char.IsAsciiDigit) ? IdentifierProblem.WrongCharacter
        : ProblemOfLength(text, RppsLength) ?? (HasKey(text.AsSpan(1)) ? null : IdentifierProblem.WrongKey);

    private static IdentifierProblem? ProblemOfLength(string text, int length) =>
        text.Length < length ? IdentifierProblem.TooShort
        : text.Length > length ? IdentifierProblem.TooLong
        : null;

    // ISO/IEC 7812-1: every second digit from the right doubled, the sum of all digits a multiple of ten.
    private static bool HasKey(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (2 * digit / 10) + (2 * digit % 10);
        }

        return sum % 10 == 0;
    }
}
