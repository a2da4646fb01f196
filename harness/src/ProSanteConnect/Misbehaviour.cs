namespace CardConformance.Harness.ProSanteConnect;

/// <summary>What Pro Santé Connect's stand-in does wrong on order. A conforming service lets nobody in by any of them.</summary>
public enum Misbehaviour
{
    /// <summary>The answer to the authorization bears another state than was sent.</summary>
    WrongState,

    /// <summary>The answer to the authorization bears no state.</summary>
    MissingState,

    /// <summary>The answer to the authorization says that it comes from another issuer (RFC 9207).</summary>
    WrongResponseIssuer,

    /// <summary>The ID token has another nonce than was sent.</summary>
    WrongNonce,

    /// <summary>The ID token has no nonce.</summary>
    MissingNonce,

    /// <summary>The ID token names another issuer.</summary>
    WrongIssuer,

    /// <summary>The ID token is for another service.</summary>
    WrongAudience,

    /// <summary>One bit of the ID token's signature is wrong.</summary>
    BadSignature,

    /// <summary>The ID token is signed with a key that the provider does not publish.</summary>
    UnknownKey,

    /// <summary>The ID token is not signed at all: <c>alg</c> is <c>none</c>.</summary>
    NoSignature,

    /// <summary>The ID token names a level of assurance that was not asked for.</summary>
    WrongAcr,

    /// <summary>The ID token names no level of assurance.</summary>
    MissingAcr,

    /// <summary>The ID token expired an hour ago.</summary>
    ExpiredToken,

    /// <summary>The ID token is valid in an hour, not now.</summary>
    FutureToken,

    /// <summary>The answer to the authorization bears the code of the login before, and the code is accepted once more.</summary>
    ReplayedCode,

    /// <summary>The userinfo is about somebody else than the ID token.</summary>
    AnotherSubject,

    /// <summary>An endpoint does not answer as long as the order holds.</summary>
    Slow,

    /// <summary>An endpoint answers 500.</summary>
    ServerError,

    /// <summary>An endpoint breaks the connection off.</summary>
    Reset,
}
