using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>A professional's certificate as a card has it, but for what a test changes.</summary>
internal sealed record ClientCertificate
{
    private const string ClientAuthenticationOid = "1.3.6.1.5.5.7.3.2";
    private const string TitleOid = "2.5.4.12";
    private const string SurnameOid = "2.5.4.4";
    private const string GivenNameOid = "2.5.4.42";
    private const string PseudonymOid = "2.5.4.65";

    private static readonly Lazy<RSA> Key = new(() => new KeyPool(Path.Combine(CacheFolder.Path, "keys")).Next());

    internal DateTimeOffset From { get; init; } = DateTimeOffset.UtcNow.AddDays(-10);

    internal DateTimeOffset To { get; init; } = DateTimeOffset.UtcNow.AddDays(10);

    /// <summary>Extended key usages; none when empty.</summary>
    internal IReadOnlyList<string> Usages { get; init; } = [ClientAuthenticationOid];

    internal X509KeyUsageFlags KeyUsage { get; init; } = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;

    /// <summary>Where it says that its revocation list is.</summary>
    internal Uri? RevocationList { get; init; }

    /// <summary>Whether it says who its holder is.</summary>
    internal bool NamesHolder { get; init; } = true;

    /// <summary>Its holder's national identifier.</summary>
    internal string Identifier { get; init; } = "899700000013";

    /// <summary>What stands in it instead of a name, or <see langword="null"/>.</summary>
    internal string? Pseudonym { get; init; }

    /// <summary>The certificate, issued by an authority, with its private key.</summary>
    internal X509Certificate2 IssuedBy(X509Certificate2 issuer)
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);

        // Positive.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        using X509Certificate2 certificate = Request(issuer).Create(issuer, From, To, serial);
        return certificate.CopyWithPrivateKey(Key.Value);
    }

    /// <summary>The certificate, issued by its holder.</summary>
    internal X509Certificate2 SelfSigned() => Request(null).CreateSelfSigned(From, To);

    /// <summary>One of the test authority's, with its private key.</summary>
    internal static X509Certificate2 Authority(TestAuthority authority, string id) =>
        X509Certificate2.CreateFromPemFile(Path.Combine(authority.Folder, id + ".crt"), Path.Combine(authority.Folder, id + ".key"));

    /// <summary>An authority of somebody else's that has given itself the name and the key identifier of another one.</summary>
    internal static X509Certificate2 Impostor(X509Certificate2 of)
    {
        var request = new CertificateRequest(of.SubjectName, Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(of.Extensions.Single(extension => extension is X509SubjectKeyIdentifierExtension));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    private CertificateRequest Request(X509Certificate2? issuer)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("FR");
        if (NamesHolder)
        {
            name.Add(TitleOid, "Médecin");
            name.Add(SurnameOid, "MARTIN");
            name.Add(GivenNameOid, "CLAIRE");
        }

        if (Pseudonym is not null)
        {
            name.Add(PseudonymOid, Pseudonym);
        }

        name.AddCommonName(Identifier);
        var request = new CertificateRequest(name.Build(), Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(KeyUsage, critical: true));
        if (Usages.Count > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. Usages.Select(oid => new Oid(oid))], critical: false));
        }

        if (issuer is not null)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        }

        if (RevocationList is not null)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([RevocationList.ToString()]));
        }

        return request;
    }
}
