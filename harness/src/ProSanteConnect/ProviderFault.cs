namespace CardConformance.Harness.ProSanteConnect;

/// <summary>A misbehaviour of Pro Santé Connect's stand-in as features call it.</summary>
/// <param name="Words">What features call it, French.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Endpoint">Where, for those kinds that are about one endpoint.</param>
public sealed record ProviderFault(string Words, Misbehaviour Kind, ProviderEndpoint Endpoint = ProviderEndpoint.Token)
{
    /// <summary>All that a service can find out: what ails the authorization, no service gets to see.</summary>
    public static IReadOnlyList<ProviderFault> All { get; } =
    [
        new("réponse avec un autre state", Misbehaviour.WrongState),
        new("réponse sans state", Misbehaviour.MissingState),
        new("réponse d'un autre émetteur", Misbehaviour.WrongResponseIssuer),
        new("jeton avec un autre nonce", Misbehaviour.WrongNonce),
        new("jeton sans nonce", Misbehaviour.MissingNonce),
        new("jeton d'un autre émetteur", Misbehaviour.WrongIssuer),
        new("jeton pour un autre service", Misbehaviour.WrongAudience),
        new("jeton à la signature fausse", Misbehaviour.BadSignature),
        new("jeton signé d'une clé inconnue", Misbehaviour.UnknownKey),
        new("jeton sans signature", Misbehaviour.NoSignature),
        new("jeton d'un autre niveau", Misbehaviour.WrongAcr),
        new("jeton sans niveau", Misbehaviour.MissingAcr),
        new("jeton expiré", Misbehaviour.ExpiredToken),
        new("jeton pas encore valable", Misbehaviour.FutureToken),
        new("code de la connexion précédente", Misbehaviour.ReplayedCode),
        new("identité de quelqu'un d'autre", Misbehaviour.AnotherSubject),
        new("jeton qui n'arrive pas", Misbehaviour.Slow),
        new("erreur à la demande du jeton", Misbehaviour.ServerError),
        new("coupure à la demande du jeton", Misbehaviour.Reset),
        new("identité qui n'arrive pas", Misbehaviour.Slow, ProviderEndpoint.Userinfo),
        new("erreur à la lecture de l'identité", Misbehaviour.ServerError, ProviderEndpoint.Userinfo),
        new("coupure à la lecture de l'identité", Misbehaviour.Reset, ProviderEndpoint.Userinfo),
    ];

    /// <summary>The one with a name.</summary>
    /// <param name="words">What features call it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the known ones.</exception>
    public static ProviderFault Named(string words) =>
        All.FirstOrDefault(fault => fault.Words == words)
        ?? throw new ArgumentException($"Pro Santé Connect ne sait pas se tromper ainsi : « {words} » ; il sait : {string.Join(", ", All.Select(fault => $"« {fault.Words} »"))}.");
}
