namespace CardConformance.Reference.BackEnds;

/// <summary>The back end that sends e-mail. Contract: <c>fixtures/contracts/courriel.yaml</c>.</summary>
internal sealed class Mail(HttpClient client)
{
    /// <summary>Hands an e-mail over for sending.</summary>
    /// <exception cref="BackEndException">It was not accepted.</exception>
    internal Task SendAsync(string address, string subject, string html, CancellationToken cancellation) =>
        client.HandOverAsync("e-mail back end", new { destinataire = address, objet = subject, html }, cancellation);
}
