using System.Buffers.Binary;
using System.Formats.Asn1;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>The few shapes that every PKCS #15 directory is made of.</summary>
internal static class AsnWriterExtensions
{
    /// <summary>Context-specific tag n around other values.</summary>
    internal static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);

    /// <summary>A text as UTF8String.</summary>
    internal static void WriteText(this AsnWriter writer, string text) =>
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);

    /// <summary>A bit string in which bits are named by number, shortest form: bit 0 is the first one.</summary>
    internal static void WriteBits(this AsnWriter writer, IEnumerable<int> bits)
    {
        int[] numbers = [.. bits];
        int length = numbers.Length == 0 ? 0 : numbers.Max() + 1;
        byte[] bytes = new byte[(length + 7) / 8];
        foreach (int bit in numbers)
        {
            bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        writer.WriteBitString(bytes, (bytes.Length * 8) - length);
    }

    /// <summary>Where a file is: identifiers from the master file down, or the only one that it takes within the application.</summary>
    internal static void WritePath(this AsnWriter writer, params ReadOnlySpan<ushort> path)
    {
        byte[] bytes = new byte[2 * path.Length];
        for (int i = 0; i < path.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), path[i]);
        }

        using (writer.PushSequence())
        {
            writer.WriteOctetString(bytes);
        }
    }
}
