namespace CardConformance.Harness.ProSanteConnect;

/// <summary>Endpoints of Pro Santé Connect that can be slow, broken or cut off.</summary>
public enum ProviderEndpoint
{
    /// <summary>Where browsers are sent to.</summary>
    Authorization,

    /// <summary>Where a service exchanges a code.</summary>
    Token,

    /// <summary>Where a service reads about the person.</summary>
    Userinfo,
}
