using System.Numerics;

namespace CardConformance.Simulator.Card;

/// <summary>Bytes of varying number: a card's working memory for one purpose. It keeps the memory that it once needed.</summary>
/// <remarks>A part of whoever has it, not an object of its own: one place less to look at in memory for each command.</remarks>
/// <param name="capacity">Most bytes it holds.</param>
public struct ByteRegister(int capacity)
{
    private byte[]? _bytes;
    private int _start;
    private int _end;

    /// <summary>How many bytes it holds.</summary>
    public readonly int Length => _end - _start;

    /// <summary>The bytes it holds.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, Length);

    /// <summary>Replaces what it holds.</summary>
    /// <param name="bytes">The new bytes; not more than the capacity.</param>
    public void Set(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, capacity);
        if (_bytes is null || bytes.Length > _bytes.Length)
        {
            _bytes = new byte[BitOperations.RoundUpToPowerOf2((uint)bytes.Length)];
        }

        bytes.CopyTo(_bytes);
        _start = 0;
        _end = bytes.Length;
    }

    /// <summary>Drops bytes from the front.</summary>
    /// <param name="count">How many, not more than <see cref="Length"/>.</param>
    public void Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Length);
        _start += count;
    }

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        // Memory that nobody has written to need not be written back.
        if (_end != 0)
        {
            _start = _end = 0;
        }
    }

    /// <summary>Reads something of its memory, see <see cref="VirtualCard.Fetch"/>.</summary>
    internal readonly int Fetch() => _bytes is { Length: > 0 } ? _bytes[0] : 0;
}
