using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Reference.Login;

/// <summary>What a card's certificate says of the card itself.</summary>
/// <remarks>Source: extensions of ANS's certificates, arc 1.2.250.1.71.1.2.</remarks>
/// <param name="Product">Type of product (TRE_G02): 0 CPS, 1 CPF, 2 CDE or CPE, 3 CDA or CPA; <see langword="null"/> when it does not say.</param>
/// <param name="Profession">Code of the profession (TRE_G15), of the future one on a CPF; empty for staff.</param>
internal sealed record CertifiedCard(int? Product, string Profession)
{
    private const string ProductTypeOid = "1.2.250.1.71.1.2.2";
    private const string ProfessionOid = "1.2.250.1.71.1.2.7";
    private const string FutureProfessionOid = "1.2.250.1.71.1.2.8";

    /// <summary>Reads a certificate. What is not there, or cannot be read, says nothing.</summary>
    /// <param name="certificate">The certificate.</param>
    internal static CertifiedCard Read(X509Certificate2 certificate)
    {
        try
        {
            return new(
                Value(certificate, ProductTypeOid) is { } product && product.TryReadInt32(out int type) ? type : null,
                (Value(certificate, ProfessionOid) ?? Value(certificate, FutureProfessionOid))?.ReadCharacterString(UniversalTagNumber.PrintableString) ?? "");
        }
        catch (AsnContentException)
        {
            return new(null, "");
        }
    }

    /// <summary>Whether a card of this type can be of a kind, as the directory names it.</summary>
    /// <param name="kind">CPS, CPF, CDE, CPE, CDA or CPA.</param>
    internal bool CanBe(string? kind) => kind switch
    {
        "CPS" => Product == 0,
        "CPF" => Product == 1,
        "CDE" or "CPE" => Product == 2,
        "CDA" or "CPA" => Product == 3,
        _ => false,
    };

    private static AsnReader? Value(X509Certificate2 certificate, string oid) =>
        certificate.Extensions[oid] is { } extension ? new AsnReader(extension.RawData, AsnEncodingRules.DER) : null;
}
