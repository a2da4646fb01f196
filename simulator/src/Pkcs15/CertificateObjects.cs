using System.Formats.Asn1;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.CDF: the certificates of a card.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.6.</remarks>
internal static class CertificateObjects
{
    /// <summary>The content of the file.</summary>
    /// <param name="generation">The generation.</param>
    internal static byte[] Encode(CardGeneration generation)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach (KeyEntry key in generation.Keys)
        {
            FileContent content = key.Role == KeyRole.Signature ? FileContent.SignatureCertificate : FileContent.AuthenticationCertificate;
            if (generation.Files.FirstOrDefault(file => file.Content == content) is not { } file)
            {
                continue;
            }

            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteText(key.CertificateLabel);
                }

                using (writer.PushSequence())
                {
                    writer.WriteOctetString(PrivateKeyObjects.IdentifierOf(generation, key));
                }

                using (writer.PushSequence(AsnWriterExtensions.Tag(1)))
                using (writer.PushSequence())
                {
                    writer.WritePath(file.Identifier);
                }
            }
        }

        return writer.Encode();
    }
}
