namespace CardConformance.Harness.Actors;

/// <summary>Something that a person types instead of their national identifier.</summary>
/// <param name="Words">As features say it.</param>
/// <param name="From">Makes it of the right identifier, RPPS.</param>
public sealed record TypedIdentifier(string Words, Func<string, string> From)
{
    // In the guide's own picture of a refusal (screens.csv S006).
    private const string OfStaff = "518751275100020/000000152";

    // What a page has to say. The words are ours.
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["manque"] = "Saisissez votre identifiant.",
        ["est trop court"] = "Il manque des caractères à votre identifiant : 8 et 11 chiffres (RPPS), ou 0 et 9 caractères (ADELI).",
        ["est trop long"] = "Votre identifiant a trop de caractères : 8 et 11 chiffres (RPPS), ou 0 et 9 caractères (ADELI).",
        ["commence mal"] = "Votre identifiant commence par 8 (RPPS) ou par 0 (ADELI).",
        ["contient autre chose que des chiffres"] = "Votre identifiant ne contient que des chiffres, sans espace.",
        ["n'existe pas"] = "Cet identifiant n'existe pas : vérifiez chaque chiffre.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TypedIdentifier> All { get; } =
    [
        new("un identifiant vide", _ => ""),
        new("un identifiant trop court d'un chiffre", right => right[..^1]),
        new("un identifiant trop long d'un chiffre", right => right + "0"),
        new("un identifiant sans le 8 devant", right => right[1..]),
        new("un identifiant précédé d'un 7", right => "7" + right[1..]),
        new("un identifiant dont un chiffre est faux", right => right[..^1] + (char)('0' + ((right[^1] - '0' + 1) % 10))),
        new("un identifiant écrit avec des espaces", right => $"{right[..1]} {right[1..4]} {right[4..]}"),
        new("un identifiant suivi d'une espace", right => right + " "),
        new("un identifiant en chiffres pleine chasse", right => string.Concat(right.Select(digit => (char)(digit - '0' + '\uFF10')))),
        new("un identifiant ADELI trop court d'un caractère", _ => "099123456"),
        new("un identifiant ADELI trop long d'un caractère", _ => "09912345678"),
        new("un identifiant qui est une requête de base de données", right => $"{right}' OR '1'='1"),
        new("un identifiant qui est une balise", _ => "<img src=x onerror=alert(1)>"),
        new("un identifiant de personnel de structure", _ => OfStaff),
    ];

    /// <summary>The one with these words.</summary>
    /// <param name="words">As features say it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static TypedIdentifier Named(string words) => All.FirstOrDefault(typed => typed.Words == words)
        ?? throw new ArgumentException($"« {words} » n'est pas connu ; connus : {string.Join(", ", All.Select(known => $"« {known.Words} »"))}.");

    /// <summary>What a page has to say when it refuses an identifier.</summary>
    /// <param name="why">As features say it, after "parce qu'il".</param>
    /// <exception cref="ArgumentException">There is no such reason; the message lists those there are.</exception>
    public static string ReasonNamed(string why) => Reasons.GetValueOrDefault(why)
        ?? throw new ArgumentException($"« {why} » n'est pas une raison connue : {string.Join(", ", Reasons.Keys.Select(known => $"« {known} »"))}.");
}
