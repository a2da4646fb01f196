using System.Formats.Asn1;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.PrKDF: the private keys of a card.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.3. OpenSC and CryptoLib choose their commands by what stands here.</remarks>
internal static class PrivateKeyObjects
{
    private const int ModulusBits = 2048;

    // Access modes that an access rule names.
    private const int ComputeSignature = 5;
    private const int DecipherMode = 7;
    private const int InternalAuthenticate = 9;

    // Access flags: sensitive, always sensitive... as a real card has them.
    private static readonly int[] AccessFlags = [0, 2, 3];

    /// <summary>The content of the file.</summary>
    /// <param name="generation">The generation.</param>
    internal static byte[] Encode(CardGeneration generation)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach (KeyEntry key in generation.Keys)
        {
            using (writer.PushSequence())
            {
                Write(writer, generation, key);
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, CardGeneration generation, KeyEntry key)
    {
        // Over the contactless interface there is no code, and nothing that needs one.
        byte? code = generation.FindCode(CodeRole.CodePorteur)?.Definition.Reference;
        using (writer.PushSequence())
        {
            writer.WriteText(key.Label);
            writer.WriteBits(key.Flags.Select(flag => (int)flag));
            if (code is { } reference)
            {
                writer.WriteOctetString([reference]);
                WriteAccessRules(writer, key.Definition, reference);
            }
        }

        using (writer.PushSequence())
        {
            writer.WriteOctetString(IdentifierOf(generation, key));
            writer.WriteBits(key.Usage.Select(usage => (int)usage));
            writer.WriteBoolean(true);
            writer.WriteBits(AccessFlags);
            writer.WriteInteger(key.Definition.Reference);
        }

        using (writer.PushSequence(AsnWriterExtensions.Tag(1)))
        using (writer.PushSequence())
        {
            // The key has no file: OpenSC wants a path all the same, and takes an empty one.
            using (writer.PushSequence())
            {
                writer.WriteOctetString([]);
            }

            writer.WriteInteger(ModulusBits);
        }
    }

    /// <summary>The PKCS #15 identifier (CKA_ID) that a key shares with its certificate.</summary>
    internal static byte[] IdentifierOf(CardGeneration generation, KeyEntry key) => [.. generation.ObjectPrefix, key.Identifier];

    private static void WriteAccessRules(AsnWriter writer, KeyDefinition key, byte code)
    {
        (SecurityCondition Condition, int Mode)[] rules =
        [
            (key.Sign, ComputeSignature),
            (key.Decipher, DecipherMode),
            (key.Authenticate, InternalAuthenticate),
        ];
        using (writer.PushSequence())
        {
            foreach ((_, int mode) in rules.Where(rule => rule.Condition.NeedsCode))
            {
                using (writer.PushSequence())
                {
                    writer.WriteBits([mode]);
                    writer.WriteOctetString([code]);
                }
            }
        }
    }
}
