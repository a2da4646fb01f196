namespace CardConformance.Reference.Activation;

/// <summary>Which passwords an e-CPS may have.</summary>
/// <remarks>
/// Source: ANSM guide of March 2024, method A, step 12: four digits; no ascending, descending or identical sequence. Sequences
/// follow the keypad, on which 0 comes after 9.
/// </remarks>
internal static class PasswordRules
{
    internal const int Length = 4;

    /// <summary>Which rule a password breaks.</summary>
    /// <param name="password">The password as it was typed.</param>
    /// <returns>The rule, or <see langword="null"/> when it may be used.</returns>
    internal static PasswordRule? BrokenBy(string password)
    {
        if (password.Length != Length || !password.All(char.IsAsciiDigit))
        {
            return PasswordRule.FourDigits;
        }

        int[] steps = [.. password.Zip(password[1..], (left, right) => (right - left + 10) % 10)];
        return steps.Distinct().ToArray() switch
        {
            [0] => PasswordRule.Identical,
            [1] => PasswordRule.Ascending,
            [9] => PasswordRule.Descending,
            _ => null,
        };
    }
}
