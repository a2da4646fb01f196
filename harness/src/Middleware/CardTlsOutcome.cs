namespace CardConformance.Harness.Middleware;

/// <summary>How far a login with the card got.</summary>
public enum CardTlsOutcome
{
    /// <summary>The card signed, and the server answered.</summary>
    Answered,

    /// <summary>The card did not accept the code.</summary>
    CodeRefused,

    /// <summary>The middleware found no such card.</summary>
    NoCard,

    /// <summary>The handshake broke.</summary>
    Broken,
}
