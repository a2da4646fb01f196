using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace CardConformance.LittleTarget;

/// <summary>Says of a certificate whether its holder may come in.</summary>
internal sealed partial class CardJudge(Settings settings)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string CommonName = "2.5.4.3";
    private const string FamilyName = "2.5.4.4";
    private const string GivenName = "2.5.4.42";
    private const string Title = "2.5.4.12";
    private const string Pseudonym = "2.5.4.65";

    private static readonly TimeSpan ListLimit = TimeSpan.FromSeconds(3);

    private readonly X509Certificate2Collection _roots = settings.Roots;
    private readonly X509Certificate2Collection _intermediates = settings.Intermediates;

    /// <summary>The holder, or why not.</summary>
    internal (Holder? Holder, Refusal Why) Judge(X509Certificate2? card)
    {
        if (card is null)
        {
            return (null, Refusal.NoCard);
        }

        X509ChainStatusFlags status = StatusOf(card);
        Refusal? refusal = status switch
        {
            _ when (status & ~(Dates | Revocation)) != 0 => Refusal.OtherAuthority,
            _ when !IsForLogin(card) => Refusal.OtherUse,
            _ when card.NotAfter < DateTime.Now => Refusal.Expired,
            _ when card.NotBefore > DateTime.Now => Refusal.TooEarly,
            _ when status.HasFlag(X509ChainStatusFlags.Revoked) => Refusal.Revoked,
            _ when (status & Revocation) != 0 => Refusal.Unverifiable,
            _ => null,
        };
        return refusal is { } why ? (null, why) : Read(card);
    }

    private const X509ChainStatusFlags Dates = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    private const X509ChainStatusFlags Revocation =
        X509ChainStatusFlags.Revoked | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private X509ChainStatusFlags StatusOf(X509Certificate2 card)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.ExtraStore.AddRange(_intermediates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EndCertificateOnly;
        chain.ChainPolicy.UrlRetrievalTimeout = ListLimit;
        chain.Build(card);
        return chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
    }

    private static bool IsForLogin(X509Certificate2 card) =>
        card.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(uses => uses.EnhancedKeyUsages[ClientAuthentication] is not null)
        && card.Extensions.OfType<X509KeyUsageExtension>().Any(use => use.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature));

    private static (Holder? Holder, Refusal Why) Read(X509Certificate2 card)
    {
        Dictionary<string, string> subject = Subject(card.SubjectName);
        if (subject.ContainsKey(Pseudonym))
        {
            return (null, Refusal.Nobody);
        }

        return subject.TryGetValue(CommonName, out string? identifier) && Identifier().IsMatch(identifier)
            && subject.TryGetValue(FamilyName, out string? family) && subject.TryGetValue(GivenName, out string? given)
            ? (new(identifier, family, given, subject.GetValueOrDefault(Title, "")), default)
            : (null, Refusal.UnknownHolder);
    }

    // The name of a person is one part of the subject with three values.
    private static Dictionary<string, string> Subject(X500DistinguishedName name)
    {
        Dictionary<string, string> subject = [];
        AsnReader parts = new AsnReader(name.RawData, AsnEncodingRules.DER).ReadSequence();
        while (parts.HasData)
        {
            AsnReader values = parts.ReadSetOf(skipSortOrderValidation: true);
            while (values.HasData)
            {
                AsnReader value = values.ReadSequence();
                subject[value.ReadObjectIdentifier()] = value.ReadCharacterString((UniversalTagNumber)value.PeekTag().TagValue);
            }
        }

        return subject;
    }

    // RPPS after an 8, ADELI after a 0, staff by their establishment.
    [GeneratedRegex("^(8[0-9]{11}|0[0-9]{9}|[1-6].+)$")]
    private static partial Regex Identifier();
}
