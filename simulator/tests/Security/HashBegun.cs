using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CardConformance.Simulator.Tests.Security;

/// <summary>One block whose inner hash state is known without looking into a hash: a padded message leaves its own hash as state.</summary>
internal static class HashBegun
{
    private const int Length = 55;

    internal static (byte[] State, byte[] Block) Sha1() => (SHA1.HashData(new byte[Length]), Block());

    internal static (byte[] State, byte[] Block) Sha256() => (SHA256.HashData(new byte[Length]), Block());

    private static byte[] Block()
    {
        byte[] block = new byte[64];
        block[Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(block.AsSpan(56), 8 * Length);
        return block;
    }
}
