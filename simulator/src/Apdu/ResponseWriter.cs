using System.Buffers.Binary;

namespace CardConformance.Simulator.Apdu;

/// <summary>Writes one response into the reader's buffer: data first, then the status word.</summary>
/// <param name="buffer">The reader's buffer; 258 bytes hold any answer of a card with short lengths.</param>
public ref struct ResponseWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>The data written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[..Length];

    /// <summary>Appends response data.</summary>
    /// <param name="data">The bytes to copy.</param>
    public void Append(scoped ReadOnlySpan<byte> data)
    {
        data.CopyTo(_buffer[Length..]);
        Length += data.Length;
    }

    /// <summary>Makes room for data that the caller fills in itself.</summary>
    /// <param name="length">Bytes wanted.</param>
    /// <returns>The bytes to fill; they hold whatever the buffer held.</returns>
    public Span<byte> Reserve(int length)
    {
        Span<byte> reserved = _buffer.Slice(Length, length);
        Length += length;
        return reserved;
    }

    /// <summary>Drops what was written beyond a length.</summary>
    /// <param name="length">Bytes to keep, 0 to <see cref="Length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is more than was written.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Ends the response.</summary>
    /// <param name="sw">The status word to append.</param>
    /// <returns>The length of the whole response in bytes.</returns>
    public int End(StatusWord sw)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[Length..], sw.Value);
        Length += 2;
        return Length;
    }
}
