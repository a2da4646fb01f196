namespace CardConformance.Reference.TestSsl;

/// <summary>What a successful test shows.</summary>
/// <param name="Holder">Who holds the card, or the certificate's subject where it does not say.</param>
/// <param name="Issuer">Who issued the certificate.</param>
/// <param name="ValidTo">Until when it is valid.</param>
public sealed record TestSslResult(string Holder, string Issuer, DateTime ValidTo);
