namespace CardConformance.Reference.Activation;

/// <summary>What a page says of a password that breaks a rule.</summary>
internal static class PasswordRuleText
{
    internal static string Of(PasswordRule rule) => rule switch
    {
        PasswordRule.Ascending => "Votre mot de passe ne peut pas contenir une suite de chiffres croissante (1 2 3 4).",
        PasswordRule.Descending => "Votre mot de passe ne peut pas contenir une suite de chiffres décroissante (4 3 2 1).",
        PasswordRule.Identical => "Votre mot de passe ne peut pas contenir une suite de chiffres identiques (1 1 1 1).",
        _ => "Votre mot de passe doit contenir 4 chiffres.",
    };
}
