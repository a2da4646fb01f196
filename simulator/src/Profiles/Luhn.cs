namespace CardConformance.Simulator.Profiles;

/// <summary>The check digit of card serial numbers, RPPS, SIREN and SIRET.</summary>
/// <remarks>Source: ISO/IEC 7812-1:2017, annex B.</remarks>
public static class Luhn
{
    /// <summary>The digit to append.</summary>
    /// <param name="digits">Decimal digits without the key.</param>
    /// <returns>0 to 9.</returns>
    public static int KeyOf(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return (10 - (sum % 10)) % 10;
    }
}
