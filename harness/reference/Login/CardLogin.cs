using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Reference.Login;

/// <summary>Decides whether the certificate of a card lets its holder in: chain, dates, usage, revocation, subject.</summary>
/// <remarks>That the card holds the private key is what the TLS handshake has proved before.</remarks>
internal sealed class CardLogin(ReferenceSettings settings, VirtualTime time, Defects defects)
{
    private const string ClientAuthenticationOid = "1.3.6.1.5.5.7.3.2";

    private static readonly TimeSpan RevocationListLimit = TimeSpan.FromSeconds(5);

    /// <summary>Decides.</summary>
    /// <param name="certificate">What the browser sent, if anything.</param>
    /// <param name="professional">Who it is, when the answer is <see langword="null"/>.</param>
    /// <returns>Why not, or <see langword="null"/> when the holder may come in.</returns>
    internal LoginFailure? Refuse(X509Certificate2? certificate, out Professional? professional)
    {
        professional = null;
        if (certificate is null)
        {
            return LoginFailure.NoCard;
        }

        CertificateSubject subject = CertificateSubject.Read(certificate.SubjectName);
        DateTimeOffset now = time.Of(subject.IdentifiantNational).GetUtcNow();
        if (CheckDates(certificate, now) is { } untimely)
        {
            return untimely;
        }

        if (CheckChain(certificate, now) is { } untrusted)
        {
            return untrusted;
        }

        if (!IsForAuthentication(certificate) || !IsOfPersons(certificate.IssuerName))
        {
            return LoginFailure.WrongCertificate;
        }

        if (subject.IsNonNominative && !defects.Has(Defect.AnonymousCardUnnamed))
        {
            return LoginFailure.NotNominative;
        }

        professional = subject.Holder;
        return professional is null ? LoginFailure.UnreadableHolder : null;
    }

    private LoginFailure? CheckDates(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore.ToUniversalTime())
        {
            return LoginFailure.NotYetValid;
        }

        // OpenSSL, which checks the chain, does not count the last second: another answer here would lead to another screen.
        DateTime end = certificate.NotAfter.ToUniversalTime().AddDays(defects.Has(Defect.CardExpiresEarly) ? -1 : 0);
        return now >= end ? LoginFailure.Expired : null;
    }

    private LoginFailure? CheckChain(X509Certificate2 certificate, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        X509ChainPolicy policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(settings.TrustedRoots);
        policy.ExtraStore.AddRange(settings.Intermediates);
        policy.ApplicationPolicy.Add(new Oid(ClientAuthenticationOid));
        policy.VerificationTime = now.LocalDateTime;
        policy.DisableCertificateDownloads = true;
        policy.RevocationMode = defects.Has(Defect.RevokedCardLetIn) ? X509RevocationMode.NoCheck : X509RevocationMode.Online;

        // The authorities of the test chain publish no list about themselves.
        policy.RevocationFlag = X509RevocationFlag.EndCertificateOnly;
        policy.UrlRetrievalTimeout = RevocationListLimit;
        if (chain.Build(certificate))
        {
            return null;
        }

        X509ChainStatusFlags problems = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        return problems switch
        {
            _ when Has(X509ChainStatusFlags.Revoked) => LoginFailure.Revoked,
            _ when Has(X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid) =>
                defects.Has(Defect.ForeignCardLetIn) ? null : LoginFailure.UnknownAuthority,
            _ when Has(X509ChainStatusFlags.NotValidForUsage) => LoginFailure.WrongCertificate,

            // Whoever does not know must not let in.
            _ when Has(X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation) => LoginFailure.RevocationUnknown,
            _ => LoginFailure.WrongCertificate,
        };

        bool Has(X509ChainStatusFlags flags) => (problems & flags) != 0;
    }

    // IGC-Santé names its authorities by those to whom they give certificates: PERSONNES, or ORGANISATIONS for servers.
    private static bool IsOfPersons(X500DistinguishedName issuer) => issuer.Name.Contains(" PERSONNES", StringComparison.Ordinal);

    // The chain's check of usages lets a certificate pass that names none, and a card's signature certificate is one.
    private static bool IsForAuthentication(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature))
        && certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usages => usages.EnhancedKeyUsages.Cast<Oid>().Any(usage => usage.Value == ClientAuthenticationOid));
}
