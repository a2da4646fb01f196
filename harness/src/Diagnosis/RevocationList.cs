using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Harness.Diagnosis;

/// <summary>A list of revoked certificates, RFC 5280 section 5.</summary>
internal sealed class RevocationList
{
    private readonly byte[] _signed;
    private readonly string _algorithm;
    private readonly byte[] _signature;
    private readonly HashSet<string> _serials;

    private RevocationList(byte[] signed, string algorithm, byte[] signature, DateTimeOffset thisUpdate, DateTimeOffset? nextUpdate, HashSet<string> serials)
    {
        _signed = signed;
        _algorithm = algorithm;
        _signature = signature;
        ThisUpdate = thisUpdate;
        NextUpdate = nextUpdate;
        _serials = serials;
    }

    /// <summary>When it was made.</summary>
    internal DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next one is due; <see langword="null"/> when it does not say.</summary>
    internal DateTimeOffset? NextUpdate { get; }

    /// <summary>How many certificates stand on it.</summary>
    internal int Count => _serials.Count;

    /// <summary>Reads a list.</summary>
    /// <param name="der">The list, DER.</param>
    /// <exception cref="AsnContentException">It is none.</exception>
    internal static RevocationList Read(byte[] der)
    {
        AsnReader list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        byte[] signed = list.PeekEncodedValue().ToArray();
        AsnReader content = list.ReadSequence();
        string algorithm = list.ReadSequence().ReadObjectIdentifier();
        byte[] signature = list.ReadBitString(out _);

        // version, which a list of the first version lacks, signature algorithm, issuer.
        if (content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            content.ReadIntegerBytes();
        }

        content.ReadSequence();
        content.ReadSequence();
        DateTimeOffset thisUpdate = ReadTime(content);
        DateTimeOffset? nextUpdate = content.HasData && IsTime(content.PeekTag()) ? ReadTime(content) : null;
        HashSet<string> serials = [];
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            AsnReader entries = content.ReadSequence();
            while (entries.HasData)
            {
                serials.Add(Text(entries.ReadSequence().ReadIntegerBytes().Span));
            }
        }

        return new(signed, algorithm, signature, thisUpdate, nextUpdate, serials);
    }

    /// <summary>Whether a certificate stands on it.</summary>
    /// <param name="certificate">The certificate, of the authority that made the list.</param>
    internal bool Contains(X509Certificate2 certificate) => _serials.Contains(Text(certificate.SerialNumberBytes.Span));

    /// <summary>Whether an authority has signed it.</summary>
    /// <param name="issuer">The authority.</param>
    internal bool IsSignedBy(X509Certificate2 issuer)
    {
        using RSA? key = issuer.GetRSAPublicKey();
        return key is not null && HashAlgorithm() is { } hash && key.VerifyData(_signed, _signature, hash, RSASignaturePadding.Pkcs1);
    }

    // sha256, sha384, sha512WithRSAEncryption: RFC 4055, section 5.
    private HashAlgorithmName? HashAlgorithm() => _algorithm switch
    {
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    // Without the zero that only keeps a number positive.
    private static string Text(ReadOnlySpan<byte> serial) => Convert.ToHexString(serial.TrimStart((byte)0));
}
