namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that sends text messages. Contract: <c>fixtures/contracts/sms.yaml</c>.</summary>
internal sealed class Sms(HttpClient client)
{
    /// <summary>Hands a message over for sending.</summary>
    /// <exception cref="BackEndException">It was not accepted.</exception>
    internal Task SendAsync(string mobile, string text, CancellationToken cancellation) =>
        client.HandOverAsync("SMS back end", new { destinataire = mobile, texte = text }, cancellation);
}
