using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the card's certificates come from a known authority. Dates are another check's matter.</summary>
internal sealed class AuthorityCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Authorities";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace.Certificates.Count == 0)
        {
            return Finding.NotTestable("no certificate could be read");
        }

        foreach (X509Certificate2 certificate in workplace.Certificates)
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(workplace.Request.Roots);
            chain.ChainPolicy.ExtraStore.AddRange(workplace.Request.Intermediates);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
            if (!chain.Build(certificate) || chain.ChainElements.Count < 2)
            {
                return Finding.Bad(
                    $"the certificates name \"{NameOf(certificate.IssuerName)}\", and no known authority has signed them",
                    Remedy.Ours("Give the authorities that are to be trusted, as those of IGC-Santé: --authorities FILE (PEM)."),
                    Remedy.Support);
            }

            workplace.Issuer ??= X509CertificateLoader.LoadCertificate(chain.ChainElements[1].Certificate.RawData);
        }

        return Finding.Good($"certificates of {NameOf(workplace.Certificates[0].IssuerName)}");
    }

    private static string NameOf(X500DistinguishedName name) =>
        name.Format(multiLine: true).Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("CN=", StringComparison.Ordinal))?[3..] ?? name.Name;
}
