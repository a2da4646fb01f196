using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace CardConformance.Reference.Login;

/// <summary>Who a certificate says its holder is.</summary>
/// <remarks>
/// .NET reads no name part with several values, and CN, SN and GN of a professional are one such part. Professionals have the
/// profession as their title, staff a title that is the same for all; a non nominative card has a pseudonym instead of a name.
/// </remarks>
internal sealed partial class CertificateSubject
{
    private const string CommonNameOid = "2.5.4.3";
    private const string SurnameOid = "2.5.4.4";
    private const string OrganisationOid = "2.5.4.10";
    private const string TitleOid = "2.5.4.12";
    private const string GivenNameOid = "2.5.4.42";
    private const string PseudonymOid = "2.5.4.65";

    private readonly Dictionary<string, string> _values;

    private CertificateSubject(Dictionary<string, string> values) => _values = values;

    /// <summary>Its national identifier; empty when it has none of a known form.</summary>
    internal string IdentifiantNational => Value(CommonNameOid) is { } name && Identifier().IsMatch(name) ? name : "";

    /// <summary>Whether it is the subject of a card that is in nobody's name.</summary>
    internal bool IsNonNominative => Value(PseudonymOid) is not null && Value(SurnameOid) is null;

    /// <summary>The holder, or <see langword="null"/> when it does not name one.</summary>
    internal Professional? Holder =>
        IdentifiantNational.Length > 0
        && Value(SurnameOid) is { } surname
        && Value(GivenNameOid) is { } givenName
        && (Value(TitleOid) ?? Value(OrganisationOid)) is { } occupation
            ? new(IdentifiantNational, surname, givenName, occupation)
            : null;

    /// <summary>Reads a name.</summary>
    /// <param name="subject">The name; one that is no DER says nothing.</param>
    internal static CertificateSubject Read(X500DistinguishedName subject)
    {
        Dictionary<string, string> values = [];
        try
        {
            AsnReader parts = new AsnReader(subject.RawData, AsnEncodingRules.DER).ReadSequence();
            while (parts.HasData)
            {
                AsnReader part = parts.ReadSetOf();
                while (part.HasData)
                {
                    AsnReader attribute = part.ReadSequence();
                    string type = attribute.ReadObjectIdentifier();
                    values[type] = attribute.ReadCharacterString((UniversalTagNumber)attribute.PeekTag().TagValue);
                }
            }
        }
        catch (AsnContentException)
        {
            return new([]);
        }

        return new(values);
    }

    /// <summary>The common name in a name, for example an authority's.</summary>
    /// <param name="name">The name.</param>
    internal static string? CommonNameOf(X500DistinguishedName name) => Read(name).Value(CommonNameOid);

    private string? Value(string type) => _values.TryGetValue(type, out string? value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    // RPPS, ADELI, or a structure and a number in its register (ANS, TRE_G08).
    [GeneratedRegex(@"^(8[0-9]{11}|0[0-9A-Z]{9}|[34][0-9]{9}/\S{1,40}|5[0-9]{14}/\S{1,40})\z")]
    private static partial Regex Identifier();
}
