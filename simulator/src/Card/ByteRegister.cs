using System.Numerics;

namespace CardConformance.Simulator.Card;

/// <summary>Bytes of varying number: a card's working memory for one purpose. It keeps the memory that it once needed.</summary>
/// <param name="capacity">Most bytes it holds.</param>
public sealed class ByteRegister(int capacity)
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    /// <summary>How many bytes it holds.</summary>
    public int Length => _end - _start;

    /// <summary>The bytes it holds.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, Length);

    /// <summary>Replaces what it holds.</summary>
    /// <param name="bytes">The new bytes; not more than the capacity.</param>
    public void Set(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, capacity);
        if (bytes.Length > _bytes.Length)
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
    public void Clear() => _start = _end = 0;
}
