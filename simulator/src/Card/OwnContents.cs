using System.Buffers.Binary;

namespace CardConformance.Simulator.Card;

/// <summary>What the files of one card hold that are its own, in one piece: a card of very many takes up less, and is found sooner.</summary>
/// <remarks>First where each content begins, two bytes each, and where the last one ends; then the contents one after the other. Immutable.</remarks>
internal readonly struct OwnContents
{
    private const int OffsetLength = 2;

    private readonly byte[] _bytes;

    /// <summary>Joins them.</summary>
    /// <param name="contents">One for each place; less than 64 kB together.</param>
    internal OwnContents(byte[][] contents)
    {
        int offset = (contents.Length + 1) * OffsetLength;
        _bytes = new byte[offset + contents.Sum(content => content.Length)];
        for (int place = 0; place < contents.Length; place++)
        {
            contents[place].CopyTo(_bytes, offset);
            SetOffset(place, offset);
            offset += contents[place].Length;
        }

        SetOffset(contents.Length, offset);
    }

    /// <summary>What one file holds.</summary>
    /// <param name="place">Its place.</param>
    internal ReadOnlySpan<byte> this[int place] => _bytes.AsSpan(OffsetOf(place)..OffsetOf(place + 1));

    private int OffsetOf(int place) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(place * OffsetLength));

    private void SetOffset(int place, int offset) => BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(place * OffsetLength), checked((ushort)offset));
}
