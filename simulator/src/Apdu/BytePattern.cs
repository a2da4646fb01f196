using CardConformance.Simulator.Trace;

namespace CardConformance.Simulator.Apdu;

/// <summary>Bytes of which some may be anything: <c>00 20 ** 01</c>.</summary>
public sealed class BytePattern
{
    /// <summary>How a byte is written that may be anything.</summary>
    public const string AnyByte = "**";

    /// <summary>No bytes: every command begins so.</summary>
    public static readonly BytePattern Empty = new([]);

    private readonly byte?[] _bytes;

    private BytePattern(byte?[] bytes) => _bytes = bytes;

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">Hexadecimal digits and <see cref="AnyByte"/>, spaces allowed.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns><see langword="false"/> when the text is something else.</returns>
    public static bool TryParse(string text, out BytePattern pattern)
    {
        string units = text.Replace(" ", "", StringComparison.Ordinal);
        byte?[] bytes = new byte?[units.Length / 2];
        pattern = new(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            ReadOnlySpan<char> unit = units.AsSpan(2 * i, 2);
            if (unit is AnyByte)
            {
                continue;
            }

            if (!char.IsAsciiHexDigit(unit[0]) || !char.IsAsciiHexDigit(unit[1]))
            {
                return false;
            }

            bytes[i] = byte.Parse(unit, System.Globalization.NumberStyles.AllowHexSpecifier, null);
        }

        return units.Length % 2 == 0;
    }

    /// <summary>Any class, and one instruction.</summary>
    /// <param name="ins">The instruction byte.</param>
    public static BytePattern Instruction(byte ins) => new([null, ins]);

    /// <summary>Bytes that may be anything, then some that may not.</summary>
    /// <param name="count">How many may be anything.</param>
    /// <param name="end">The others.</param>
    public static BytePattern Open(int count, BytePattern end) => new([.. new byte?[count], .. end._bytes]);

    /// <summary>Whether bytes are the pattern's, from the first to the last.</summary>
    /// <param name="bytes">The bytes.</param>
    public bool IsMatch(ReadOnlySpan<byte> bytes) => bytes.Length == Length && IsBeginningOf(bytes);

    /// <summary>Whether bytes begin as the pattern says.</summary>
    /// <param name="bytes">The bytes.</param>
    public bool IsBeginningOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return false;
        }

        for (int i = 0; i < Length; i++)
        {
            if (_bytes[i] is { } wanted && bytes[i] != wanted)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where two patterns cannot be the same bytes any more.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>An index; the length of the shorter one when it is the beginning of the longer one; <see langword="null"/> when they agree.</returns>
    public int? FindDifference(BytePattern other)
    {
        int common = Math.Min(Length, other.Length);
        for (int i = 0; i < common; i++)
        {
            if (_bytes[i] is { } ours && other._bytes[i] is { } theirs && ours != theirs)
            {
                return i;
            }
        }

        return Length == other.Length ? null : common;
    }

    /// <summary>One of its bytes; <see langword="null"/> for any.</summary>
    /// <param name="index">Which.</param>
    public byte? this[int index] => _bytes[index];

    /// <summary>Some of its bytes.</summary>
    /// <param name="range">Which.</param>
    public BytePattern this[Range range] => new(_bytes[range]);

    /// <summary>Writes it down as bytes; those that may be anything become <c>00</c>.</summary>
    /// <param name="destination">Where to; at least <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        for (int i = 0; i < Length; i++)
        {
            destination[i] = _bytes[i] ?? 0;
        }
    }

    /// <summary>As traces show it.</summary>
    public override string ToString() => string.Join(' ', _bytes.Select(value => value is { } known ? Hexadecimal.Format([known]) : AnyByte));
}
