namespace CardConformance.Reference.Login;

/// <summary>Somebody who came in with a card.</summary>
/// <param name="Professional">Who.</param>
/// <param name="Card">The card that the browser can be asked for again, by its certificate; <see langword="null"/> when it cannot.</param>
/// <param name="Certified">What the certificate says of the card.</param>
internal sealed record AcceptedLogin(Professional Professional, string? Card, CertifiedCard Certified);
