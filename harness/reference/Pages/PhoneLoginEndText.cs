namespace CardConformance.Reference.Pages;

/// <summary>What the phone says once a login was answered, or when none is asked for. The words are ours.</summary>
public sealed record PhoneLoginEndText(string Screen, string Title, string Sentence)
{
    internal static readonly PhoneLoginEndText Approved = new(
        "telephone-connexion-validee", "Connexion validée", "Vous pouvez continuer sur votre ordinateur.");

    internal static readonly PhoneLoginEndText Refused = new(
        "telephone-connexion-refusee", "Connexion refusée", "Personne n'a été connecté. Votre ordinateur dit pourquoi.");

    internal static readonly PhoneLoginEndText Nothing = new(
        "telephone-connexion-aucune", "Aucune demande de connexion", "Aucune connexion n'est à valider sur ce téléphone.");
}
