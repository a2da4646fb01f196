namespace CardConformance.Harness.ProSanteConnect;

/// <summary>How a service proves who it is at the token endpoint.</summary>
public enum ServiceAuthentication
{
    /// <summary>By its secret, in the header.</summary>
    ClientSecretBasic,

    /// <summary>By its secret, in the form.</summary>
    ClientSecretPost,

    /// <summary>By a certificate of the test authority, with the subject that was registered.</summary>
    TlsClientAuth,

    /// <summary>By a certificate of its own making, whose key was registered.</summary>
    SelfSignedTlsClientAuth,
}
