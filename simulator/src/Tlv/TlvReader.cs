namespace CardConformance.Simulator.Tlv;

/// <summary>Reads BER-TLV data objects one after the other, without copying.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 5.2.2; tags of one to three bytes, lengths of one to three bytes.</remarks>
/// <param name="bytes">The data objects, back to back.</param>
public ref struct TlvReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether every byte has been read.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Reads the next data object.</summary>
    /// <param name="tag">Its tag as one number, for example <c>0x84</c> or <c>0xBF8101</c>.</param>
    /// <param name="value">Its value field.</param>
    /// <returns><see langword="false"/> at the end, and when tag, length and bytes do not agree.</returns>
    public bool TryRead(out int tag, out ReadOnlySpan<byte> value)
    {
        value = default;
        ReadOnlySpan<byte> at = _rest;
        if (!TryReadTag(ref at, out tag) || !TryReadLength(ref at, out int length) || length > at.Length)
        {
            return false;
        }

        value = at[..length];
        _rest = at[length..];
        return true;
    }

    private static bool TryReadTag(ref ReadOnlySpan<byte> at, out int tag)
    {
        tag = 0;
        if (at.IsEmpty)
        {
            return false;
        }

        tag = at[0];
        int used = 1;
        if ((tag & 0x1F) == 0x1F)
        {
            do
            {
                if (used == at.Length || used == 3)
                {
                    return false;
                }

                tag = (tag << 8) | at[used++];
            }
            while ((tag & 0x80) != 0);
        }

        at = at[used..];
        return true;
    }

    private static bool TryReadLength(ref ReadOnlySpan<byte> at, out int length)
    {
        length = 0;
        if (at.IsEmpty)
        {
            return false;
        }

        int first = at[0];
        int more = first < 0x80 ? 0 : first - 0x80;
        if (first == 0x80 || more > 2 || at.Length < 1 + more)
        {
            return false;
        }

        length = more == 0 ? first : 0;
        for (int i = 1; i <= more; i++)
        {
            length = (length << 8) | at[i];
        }

        at = at[(1 + more)..];
        return true;
    }
}
