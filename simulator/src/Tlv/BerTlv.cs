namespace CardConformance.Simulator.Tlv;

/// <summary>Builds BER-TLV data objects.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 5.2.2.</remarks>
public static class BerTlv
{
    /// <summary>One data object: tag, shortest length, value.</summary>
    /// <param name="tag">The tag as one number, for example <c>0x84</c> or <c>0xBF8101</c>.</param>
    /// <param name="value">The parts of the value field, joined in order; 65,535 bytes at most.</param>
    /// <exception cref="ArgumentException">The value is longer than 65,535 bytes.</exception>
    public static byte[] Encode(int tag, params ReadOnlySpan<byte[]> value)
    {
        int length = 0;
        foreach (byte[] part in value)
        {
            length += part.Length;
        }

        if (length > 0xFFFF)
        {
            throw new ArgumentException($"{length} bytes do not fit in one data object of a card.", nameof(value));
        }

        var bytes = new List<byte>(length + 6);
        AppendNumber(bytes, tag);
        if (length >= 0x80)
        {
            bytes.Add((byte)(length < 0x100 ? 0x81 : 0x82));
        }

        AppendNumber(bytes, length);
        foreach (byte[] part in value)
        {
            bytes.AddRange(part);
        }

        return [.. bytes];
    }

    private static void AppendNumber(List<byte> bytes, int number)
    {
        for (int shift = number switch { > 0xFFFF => 16, > 0xFF => 8, _ => 0 }; shift >= 0; shift -= 8)
        {
            bytes.Add((byte)(number >> shift));
        }
    }
}
