namespace CardConformance.Simulator.Trace;

/// <summary>Bytes as traces show them.</summary>
public static class Hexadecimal
{
    /// <summary>Two upper-case digits per byte, a space between bytes: <c>3B AC 00</c>.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Format(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        return string.Create((3 * bytes.Length) - 1, bytes, static (text, source) =>
        {
            const string Digits = "0123456789ABCDEF";
            for (int i = 0; i < source.Length; i++)
            {
                text[3 * i] = Digits[source[i] >> 4];
                text[(3 * i) + 1] = Digits[source[i] & 0xF];
                if (i < source.Length - 1)
                {
                    text[(3 * i) + 2] = ' ';
                }
            }
        });
    }
}
