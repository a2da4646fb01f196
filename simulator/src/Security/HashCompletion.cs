using System.Buffers.Binary;
using System.Numerics;

namespace CardConformance.Simulator.Security;

/// <summary>Finishes a hash that the host began: the last block goes through the card.</summary>
/// <remarks>
/// A card of this kind hashes the last block itself, so that it knows it signs a hash and not a chosen number. .NET keeps the
/// inner state of its hashes to itself, hence the two compression functions here. Source: FIPS 180-4, 5.1.1, 6.1.2, 6.2.2.
/// </remarks>
public static class HashCompletion
{
    private const int BlockLength = 64;

    private static ReadOnlySpan<uint> Sha256Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The state of a SHA-1 that has hashed nothing yet, 20 bytes.</summary>
    public static ReadOnlySpan<byte> Sha1Start =>
    [
        0x67, 0x45, 0x23, 0x01, 0xef, 0xcd, 0xab, 0x89, 0x98, 0xba,
        0xdc, 0xfe, 0x10, 0x32, 0x54, 0x76, 0xc3, 0xd2, 0xe1, 0xf0,
    ];

    /// <summary>The state of a SHA-256 that has hashed nothing yet, 32 bytes.</summary>
    public static ReadOnlySpan<byte> Sha256Start =>
    [
        0x6a, 0x09, 0xe6, 0x67, 0xbb, 0x67, 0xae, 0x85, 0x3c, 0x6e, 0xf3, 0x72, 0xa5, 0x4f, 0xf5, 0x3a,
        0x51, 0x0e, 0x52, 0x7f, 0x9b, 0x05, 0x68, 0x8c, 0x1f, 0x83, 0xd9, 0xab, 0x5b, 0xe0, 0xcd, 0x19,
    ];

    /// <summary>Pads and hashes the end of a message.</summary>
    /// <param name="state">The state after the blocks already hashed: 20 bytes for SHA-1, 32 for SHA-256.</param>
    /// <param name="bitsDone">Bits already hashed, a multiple of 512.</param>
    /// <param name="last">The end of the message, 0 to 64 bytes.</param>
    /// <param name="digest">Where the hash goes; as long as <paramref name="state"/>.</param>
    /// <exception cref="ArgumentException">A length is none of those above.</exception>
    public static void Finish(ReadOnlySpan<byte> state, ulong bitsDone, ReadOnlySpan<byte> last, Span<byte> digest)
    {
        if (state.Length is not (20 or 32) || digest.Length != state.Length || last.Length > BlockLength || bitsDone % 512 != 0)
        {
            throw new ArgumentException("A state of 20 or 32 bytes, whole blocks before it and at most 64 bytes after it are wanted.");
        }

        Span<uint> words = stackalloc uint[state.Length / 4];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(state[(4 * i)..]);
        }

        Span<byte> padded = stackalloc byte[2 * BlockLength];
        last.CopyTo(padded);
        padded[last.Length] = 0x80;
        int blocks = last.Length + 9 <= BlockLength ? 1 : 2;
        BinaryPrimitives.WriteUInt64BigEndian(padded[((blocks * BlockLength) - 8)..], bitsDone + ((ulong)last.Length * 8));
        for (int i = 0; i < blocks; i++)
        {
            Compress(words, padded.Slice(i * BlockLength, BlockLength));
        }

        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest[(4 * i)..], words[i]);
        }
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> schedule = stackalloc uint[80];
        for (int i = 0; i < 16; i++)
        {
            schedule[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        }

        if (state.Length == 5)
        {
            CompressSha1(state, schedule);
        }
        else
        {
            CompressSha256(state, schedule);
        }
    }

    private static void CompressSha1(Span<uint> state, Span<uint> w)
    {
        for (int t = 16; t < 80; t++)
        {
            w[t] = BitOperations.RotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        }

        (uint a, uint b, uint c, uint d, uint e) = (state[0], state[1], state[2], state[3], state[4]);
        for (int t = 0; t < 80; t++)
        {
            (uint f, uint k) = t switch
            {
                < 20 => ((b & c) | (~b & d), 0x5a827999u),
                < 40 => (b ^ c ^ d, 0x6ed9eba1u),
                < 60 => ((b & c) | (b & d) | (c & d), 0x8f1bbcdcu),
                _ => (b ^ c ^ d, 0xca62c1d6u),
            };
            uint next = BitOperations.RotateLeft(a, 5) + f + e + k + w[t];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    private static void CompressSha256(Span<uint> state, Span<uint> w)
    {
        for (int t = 16; t < 64; t++)
        {
            uint s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            uint s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }

        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        (uint e, uint f, uint g, uint h) = (state[4], state[5], state[6], state[7]);
        for (int t = 0; t < 64; t++)
        {
            uint sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            uint t1 = h + sum1 + ((e & f) ^ (~e & g)) + Sha256Constants[t] + w[t];
            uint sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            uint t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
