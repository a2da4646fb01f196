using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Certificates;

/// <summary>Issues the certificates of a professional's card.</summary>
/// <remarks>
/// Subject and extensions as on a test card of ANS of 2022 (authentication certificate of a CPS) and, for a non nominative card of
/// staff, as a public parser of ANS's names takes them apart. Not public, and therefore ours: the signature certificate, which here has
/// the same identity and the key usage of its name; the subject of nominative staff; the extension for professionals in training.
/// </remarks>
internal static class CardCertificate
{
    private const string PolicyOid = "1.2.250.1.213.1.7.2.1.1.1.1";
    private const string ProductTypeOid = "1.2.250.1.71.1.2.2";
    private const string CardNumberOid = "1.2.250.1.71.1.2.3";
    private const string AuthenticationMarkOid = "1.2.250.1.71.1.2.5";
    private const string ProfessionOid = "1.2.250.1.71.1.2.7";
    private const string FutureProfessionOid = "1.2.250.1.71.1.2.8";
    private const string ClientAuthenticationOid = "1.3.6.1.5.5.7.3.2";
    private const string SmartcardLogonOid = "1.3.6.1.4.1.311.20.2.2";

    private const string StaffTitle = "Carte de service santé ou social";

    // RPPS without the 8 before it.
    private const string MalformedIdentifier = "99700000013";

    private const string IssuerNumber = "8025000001";

    internal static X509Certificate2 Issue(
        TestAuthority authority,
        CardProfile profile,
        KeyRole role,
        RSA key,
        DateTimeOffset now,
        Uri? revocationList)
    {
        var request = new CertificateRequest(SubjectOf(profile), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        X509Certificate2 issuer = authority.CertificateOf(TestAuthority.IssuerOf(profile.Kind));
        foreach (X509Extension extension in Extensions(profile, role, request.PublicKey, issuer, revocationList))
        {
            request.CertificateExtensions.Add(extension);
        }

        return request.Create(
            issuer, profile.Validity.NotBefore(now), profile.Validity.NotAfter(now), TestAuthority.RandomSerial());
    }

    private static X500DistinguishedName SubjectOf(CardProfile profile)
    {
        CardHolder holder = profile.Holder;
        DistinguishedName name = new DistinguishedName().Country("FR");
        if (holder.Employer is { } employer)
        {
            name.State(employer.Department).Organisation(employer.Name).OrganisationalUnit(employer.Identifier);
        }

        name.Title(holder.Profession?.Label ?? StaffTitle);
        if (profile.Flaw == CertificateFlaw.NoHolder)
        {
            return name.CommonName(holder.IdentifiantNational).Build();
        }

        string identifier = profile.Flaw == CertificateFlaw.MalformedIdentifier ? MalformedIdentifier : holder.IdentifiantNational;
        return holder.IsNamed
            ? name.Person(identifier, holder.FamilyName!, holder.GivenName!).Build()
            : name.Pseudonym(holder.Pseudonym!).CommonName(holder.IdentifiantNational).Build();
    }

    private static IEnumerable<X509Extension> Extensions(
        CardProfile profile, KeyRole role, PublicKey key, X509Certificate2 issuer, Uri? revocationList)
    {
        bool authentication = role == KeyRole.Authentication;
        yield return new X509BasicConstraintsExtension(false, false, 0, critical: true);
        yield return new X509KeyUsageExtension(
            authentication ? X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.NonRepudiation,
            critical: true);
        yield return new X509SubjectKeyIdentifierExtension(key, critical: false);
        yield return X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false);
        yield return Policies();
        if (authentication)
        {
            yield return new X509EnhancedKeyUsageExtension(
                profile.Flaw == CertificateFlaw.NotForAuthentication
                    ? [new(SmartcardLogonOid)]
                    : [new(ClientAuthenticationOid), new(SmartcardLogonOid)],
                critical: false);
            yield return UserPrincipalName(profile.Holder.IdentifiantNational);
            yield return Extension(AuthenticationMarkOid, writer => writer.WriteOctetString([0x80]));
        }

        if (revocationList is not null)
        {
            yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([revocationList.ToString()]);
        }

        yield return Extension(ProductTypeOid, writer => writer.WriteInteger(ProductType(profile.Kind)));
        yield return Extension(CardNumberOid, writer => Printable(writer, $"{IssuerNumber}/{profile.CardNumber}"));
        if (profile.Holder.Profession is { } profession)
        {
            string oid = profile.Kind == CardKind.CPF ? FutureProfessionOid : ProfessionOid;
            yield return Extension(oid, writer => Printable(writer, profession.Code));
        }
    }

    // TRE_G02: CDE and CPE share a code.
    private static int ProductType(CardKind kind) => kind switch
    {
        CardKind.CPS => 0,
        CardKind.CPF => 1,
        CardKind.CDE or CardKind.CPE => 2,
        CardKind.CPA => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of card."),
    };

    private static X509Extension UserPrincipalName(string identifiantNational)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddUserPrincipalName(
            string.Create(CultureInfo.InvariantCulture, $"{identifiantNational[0]}.{identifiantNational.AsSpan(1)}@carte-cps.fr"));
        return names.Build();
    }

    private static X509Extension Policies() => Extension("2.5.29.32", writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(PolicyOid);
        }
    });

    private static void Printable(AsnWriter writer, string text) =>
        writer.WriteCharacterString(UniversalTagNumber.PrintableString, text);

    private static X509Extension Extension(string oid, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return new(oid, writer.Encode(), critical: false);
    }
}
