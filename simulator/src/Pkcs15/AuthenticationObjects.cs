using System.Formats.Asn1;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.AODF: the codes of a card.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.8.2, PinAttributes.</remarks>
internal static class AuthenticationObjects
{
    private const int Private = 0;
    private const int Modifiable = 1;
    private const int Initialized = 4;
    private const int UnblockingPin = 6;
    private const int SoPin = 7;

    private enum PinType
    {
        AsciiNumeric = 1,
    }

    /// <summary>The content of the file.</summary>
    /// <param name="codes">The codes of the generation.</param>
    internal static byte[] Encode(IReadOnlyList<CodeEntry> codes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach (CodeEntry code in codes)
        {
            using (writer.PushSequence())
            {
                Write(writer, code);
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, CodeEntry code)
    {
        using (writer.PushSequence())
        {
            writer.WriteText(code.Label);
            writer.WriteBits([Private, Modifiable]);
            if (code.UnblockedBy is { } unblockedBy)
            {
                writer.WriteOctetString([unblockedBy]);
            }
        }

        using (writer.PushSequence())
        {
            writer.WriteOctetString([code.Definition.Reference]);
        }

        using (writer.PushSequence(AsnWriterExtensions.Tag(1)))
        using (writer.PushSequence())
        {
            // CryptoLib logs in with the code de déblocage as security officer, and only if it is announced as one.
            writer.WriteBits(code.Role == CodeRole.CodeDeblocage ? [Initialized, UnblockingPin, SoPin] : [Initialized]);
            writer.WriteEnumeratedValue(PinType.AsciiNumeric);
            for (int i = 0; i < 3; i++)
            {
                // Least, stored and greatest length are one.
                writer.WriteInteger(code.Definition.Length);
            }

            writer.WriteInteger(code.Definition.Reference, new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    }
}
