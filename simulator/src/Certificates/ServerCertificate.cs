using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Simulator.Certificates;

/// <summary>Issues certificates for test servers on this machine.</summary>
public static class ServerCertificate
{
    private const int KeyBits = 2048;
    private const string ServerAuthenticationOid = "1.3.6.1.5.5.7.3.1";

    /// <summary>A certificate for <c>localhost</c> and <c>127.0.0.1</c>, valid for a week.</summary>
    /// <param name="authority">Who issues it.</param>
    /// <returns>The certificate with its private key.</returns>
    public static X509Certificate2 ForThisMachine(TestAuthority authority)
    {
        using var key = RSA.Create(KeyBits);
        X500DistinguishedName subject = new DistinguishedName().Country("FR").Organisation("CARDCONFORMANCE TEST").CommonName("localhost").Build();
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        X509Certificate2 issuer = authority.CertificateOf(TestAuthority.Organisations);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthenticationOid)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.Create(issuer, now.AddDays(-1), now.AddDays(7), TestAuthority.RandomSerial());
        return certificate.CopyWithPrivateKey(key);
    }
}
