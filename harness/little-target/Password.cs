namespace CardConformance.LittleTarget;

/// <summary>What is wrong with a password.</summary>
internal static class Password
{
    internal static string? Complaint(string typed) => typed switch
    {
        _ when typed.Length != 4 || !typed.All(char.IsAsciiDigit) => "Il faut exactement quatre chiffres.",
        _ when Steps(typed).All(step => step == 0) => "Quatre fois le même chiffre, c'est trop simple.",
        _ when Steps(typed).All(step => step is 1 or -9) => "Des chiffres qui se suivent en montant, c'est trop simple.",
        _ when Steps(typed).All(step => step is -1 or 9) => "Des chiffres qui se suivent en descendant, c'est trop simple.",
        _ => null,
    };

    private static IEnumerable<int> Steps(string typed) => typed.Zip(typed.Skip(1), (one, next) => next - one);
}
