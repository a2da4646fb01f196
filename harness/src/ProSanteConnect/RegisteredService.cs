using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>A service as Pro Santé Connect knows it.</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="Name">What people read about it.</param>
/// <param name="RedirectUri">Where browsers come back to.</param>
public sealed record RegisteredService(string ClientId, string Name, Uri RedirectUri)
{
    /// <summary>How it proves who it is.</summary>
    public ServiceAuthentication Authentication { get; init; }

    /// <summary>Its secret; needed where it authenticates by it.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Its certificate; needed where it authenticates by it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Where else browsers may come back to.</summary>
    public IReadOnlyList<Uri> OtherRedirectUris { get; init; } = [];

    /// <summary>Where browsers come back to after logging out, or <see langword="null"/>.</summary>
    public Uri? PostLogoutRedirectUri { get; init; }

    /// <summary>Whether its access tokens serve only with its certificate.</summary>
    public bool BindsTokens { get; init; }

    /// <summary>Whether its userinfo comes as a signed JWT instead of JSON.</summary>
    public bool SignsUserinfo { get; init; }

    internal JsonObject ToMetadata()
    {
        var metadata = new JsonObject
        {
            ["client_id"] = ClientId,
            ["client_name"] = Name,
            ["redirect_uris"] = new JsonArray([RedirectUri.OriginalString, .. OtherRedirectUris.Select(address => address.OriginalString)]),
            ["grant_types"] = new JsonArray("authorization_code", "refresh_token", "urn:openid:params:grant-type:ciba"),
            ["response_types"] = new JsonArray("code"),
            ["backchannel_token_delivery_mode"] = "poll",
            ["token_endpoint_auth_method"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(Authentication.ToString()),
            ["default_acr_values"] = new JsonArray("eidas1"),
            ["tls_client_certificate_bound_access_tokens"] = BindsTokens,
        };
        if (ClientSecret is not null)
        {
            metadata["client_secret"] = ClientSecret;
        }

        if (PostLogoutRedirectUri is not null)
        {
            metadata["post_logout_redirect_uris"] = new JsonArray(PostLogoutRedirectUri.OriginalString);
        }

        if (SignsUserinfo)
        {
            metadata["userinfo_signed_response_alg"] = "RS256";
        }

        switch (Authentication)
        {
            case ServiceAuthentication.TlsClientAuth:
                metadata["tls_client_auth_subject_dn"] = Certificate!.SubjectName.Decode(X500DistinguishedNameFlags.Reversed | X500DistinguishedNameFlags.DoNotUseQuotes)
                    .Replace(", ", ",", StringComparison.Ordinal);
                break;
            case ServiceAuthentication.SelfSignedTlsClientAuth:
                metadata["jwks"] = new JsonObject { ["keys"] = new JsonArray(KeyOf(Certificate!)) };
                break;
        }

        return metadata;
    }

    private static JsonObject KeyOf(X509Certificate2 certificate)
    {
        RSAParameters key = certificate.GetRSAPublicKey()!.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData)),
        };
    }
}
