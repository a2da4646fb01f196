namespace CardConformance.Harness.Middleware;

/// <summary>What came of a login with the card.</summary>
/// <param name="Outcome">How far it got.</param>
/// <param name="Status">HTTP status, when the server answered.</param>
/// <param name="Location">Where the server sends the browser, if anywhere.</param>
/// <param name="Message">What the middleware said, without codes.</param>
public sealed record CardTlsAnswer(CardTlsOutcome Outcome, int Status, Uri? Location, string Message);
