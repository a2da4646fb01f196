namespace CardConformance.Simulator.Tlv;

/// <summary>Builds data objects that hold others, from the inside to the outside and from the last to the first, without allocation.</summary>
/// <remarks>So the length of what an object holds is known when its header is written. Source: ISO/IEC 8825-1, 8.1.</remarks>
/// <param name="buffer">Where it is built, from the end of it on.</param>
internal ref struct NestedTlv(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _start = buffer.Length;

    /// <summary>What was built so far.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => _buffer[_start..];

    /// <summary>Puts an object before those that are there.</summary>
    /// <param name="tag">Its tag, of one to three bytes.</param>
    /// <param name="value">What it holds.</param>
    internal void Prepend(int tag, scoped ReadOnlySpan<byte> value)
    {
        _start -= value.Length;
        value.CopyTo(_buffer[_start..]);
        WriteHeader(tag, value.Length);
    }

    /// <summary>Puts what is there into an object.</summary>
    /// <param name="tag">Its tag, of one to three bytes.</param>
    /// <param name="outside">How many bytes at the end stay outside of it.</param>
    internal void Wrap(int tag, int outside = 0) => WriteHeader(tag, Bytes.Length - outside);

    private void WriteHeader(int tag, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 0x7F);
        WriteByte(length);
        do
        {
            WriteByte(tag);
            tag >>= 8;
        }
        while (tag != 0);
    }

    private void WriteByte(int value) => _buffer[--_start] = (byte)value;
}
