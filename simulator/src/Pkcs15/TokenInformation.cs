using System.Formats.Asn1;
using System.Globalization;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.TokenInfo: the label and the algorithms of a card.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.9.</remarks>
internal static class TokenInformation
{
    private const int ReadOnly = 0;
    private const int LoginRequired = 1;

    /// <summary>The content of the file.</summary>
    /// <param name="token">What the generation says.</param>
    /// <param name="label">The label of this card.</param>
    internal static byte[] Encode(TokenEntry token, string label)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            // Version 1 is written as 0.
            writer.WriteInteger(0);
            writer.WriteText(token.Manufacturer);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, label, new Asn1Tag(TagClass.ContextSpecific, 0));
            writer.WriteBits([ReadOnly, LoginRequired]);
            using (writer.PushSequence(AsnWriterExtensions.Tag(2)))
            {
                foreach (AlgorithmEntry algorithm in token.Algorithms)
                {
                    Write(writer, algorithm);
                }
            }

            using (writer.PushSequence(AsnWriterExtensions.Tag(5)))
            {
                writer.WriteGeneralizedTime(
                    DateTimeOffset.ParseExact(token.LastUpdate, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                    omitFractionalSeconds: true);
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, AlgorithmEntry algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(algorithm.Reference);
            writer.WriteIntegerUnsigned(algorithm.Mechanism);
            writer.WriteNull();
            writer.WriteBits([(int)algorithm.Operation]);
            writer.WriteObjectIdentifier(algorithm.ObjectIdentifier);
            writer.WriteInteger(algorithm.Algorithm);
        }
    }
}
