namespace CardConformance.Reference.Telephone;

/// <summary>What is said to somebody on whose phone the application does not work.</summary>
public sealed record PhoneTooOldText(string Screen, string Title, string Need)
{
    internal static PhoneTooOldText Of(PhoneSystem system) => system.Name switch
    {
        "iOS" => new("telephone-ios-trop-ancien", "Version d'iOS trop ancienne", "Nécessite iOS 15.0 ou version ultérieure."),
        "Android" => new(
            "telephone-android-trop-ancien",
            "Version d'Android trop ancienne",
            "L'ANS a dû arrêter de supporter la compatibilité avec les versions Android 7 et précédentes."),
        _ => new(
            "telephone-mac-trop-ancien",
            "Mac non compatible",
            "Nécessite macOS 12.0 ou une version ultérieure et un Mac doté d'une puce Apple M1 ou une version ultérieure."),
    };
}
