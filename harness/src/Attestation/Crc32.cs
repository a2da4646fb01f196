namespace CardConformance.Harness.Attestation;

/// <summary>The checksum that zip files carry.</summary>
/// <remarks>Source: ISO/IEC 21320-1 and APPNOTE.TXT 4.4.7; polynomial EDB88320.</remarks>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    internal static uint Of(ReadOnlySpan<byte> content)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in content)
        {
            crc = Table[(byte)crc ^ one] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(int index)
    {
        uint value = (uint)index;
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
