using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Simulator.Profiles;

/// <summary>The keys of one card with their certificates.</summary>
/// <param name="SignatureKey">The signature key.</param>
/// <param name="SignatureCertificate">Its certificate.</param>
/// <param name="AuthenticationKey">The authentication key.</param>
/// <param name="AuthenticationCertificate">Its certificate.</param>
public sealed record CardCredentials(
    RSA SignatureKey,
    X509Certificate2 SignatureCertificate,
    RSA AuthenticationKey,
    X509Certificate2 AuthenticationCertificate) : ICardCertificates
{
    /// <summary>From when to when the authentication certificate is valid.</summary>
    public ValidityPeriod Period =>
        new(AuthenticationCertificate.NotBefore.ToUniversalTime(), AuthenticationCertificate.NotAfter.ToUniversalTime());

    /// <inheritdoc/>
    public byte[] Encode(KeyRole role) => (role == KeyRole.Signature ? SignatureCertificate : AuthenticationCertificate).RawData;

    internal RSA KeyOf(KeyRole role) => role == KeyRole.Signature ? SignatureKey : AuthenticationKey;
}
