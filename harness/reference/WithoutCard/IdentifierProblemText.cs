namespace CardConformance.Reference.WithoutCard;

/// <summary>What a page says of an identifier that was typed wrongly. The words are ours.</summary>
internal static class IdentifierProblemText
{
    internal static string Of(IdentifierProblem problem) => problem switch
    {
        IdentifierProblem.Empty => "Saisissez votre identifiant.",
        IdentifierProblem.WrongCharacter => "Votre identifiant ne contient que des chiffres, sans espace.",
        IdentifierProblem.WrongPrefix => "Votre identifiant commence par 8 (RPPS) ou par 0 (ADELI).",
        IdentifierProblem.TooShort => "Il manque des caractères à votre identifiant : 8 et 11 chiffres (RPPS), ou 0 et 9 caractères (ADELI).",
        IdentifierProblem.TooLong => "Votre identifiant a trop de caractères : 8 et 11 chiffres (RPPS), ou 0 et 9 caractères (ADELI).",
        IdentifierProblem.WrongKey => "Cet identifiant n'existe pas : vérifiez chaque chiffre.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "This problem has no text."),
    };
}
