using System.Formats.Asn1;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.DODF: the data objects ("données métier") of a card.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.7; the application's name "CPS" as CryptoLib's documents give it.</remarks>
internal static class DataObjects
{
    private const string ApplicationName = "CPS";
    private const ushort MasterFile = 0x3F00;

    // The names by which CryptoLib shows them on a CPS3, where it knows of them by itself.
    private const string BillingSituation = "CPS_SIT_FACT";
    private const string OlderPrefix = "CPS2TER_";
    private const string Prefix = "CPS_";

    /// <summary>The content of the file.</summary>
    /// <param name="profile">The card.</param>
    internal static byte[] Encode(CardProfile profile)
    {
        CardGeneration generation = profile.Generation;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach (DataObjectEntry entry in generation.DataObjects)
        {
            Write(writer, entry.Label, entry.Flags, code: null, entry.File);
        }

        byte? code = generation.FindCode(CodeRole.CodePorteur)?.Definition.Reference;
        foreach (PracticeSituation situation in profile.Situations)
        {
            SituationLayout layout = generation.Situations;
            Write(writer, layout.LabelOf(situation.Number), [ObjectFlag.Private], code, layout.FileOf(situation.Number));
        }

        if (generation.Cps2ter is { Listed: true } older)
        {
            Write(writer, BillingSituation, [ObjectFlag.Private], code, MasterFile, older.BillingDirectory, older.BillingFile);
            foreach (PracticeSituation situation in profile.Situations)
            {
                string label = generation.Situations.LabelOf(situation.Number).Replace(Prefix, OlderPrefix, StringComparison.Ordinal);
                Write(writer, label, [ObjectFlag.Private], code, MasterFile, older.FileOf(situation.Number));
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, string label, IReadOnlyList<ObjectFlag> flags, byte? code, params ReadOnlySpan<ushort> path)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteText(label);
                if (flags.Count > 0)
                {
                    writer.WriteBits(flags.Select(flag => (int)flag));
                }

                if (code is { } reference)
                {
                    writer.WriteOctetString([reference]);
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteText(ApplicationName);
            }

            using (writer.PushSequence(AsnWriterExtensions.Tag(1)))
            {
                writer.WritePath(path);
            }
        }
    }
}
