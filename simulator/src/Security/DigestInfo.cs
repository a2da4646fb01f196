using System.Security.Cryptography;

namespace CardConformance.Simulator.Security;

/// <summary>A hash with the name of what made it, as PKCS #1 signatures hold it.</summary>
/// <remarks>Source: RFC 8017, 9.2, note 1.</remarks>
internal static class DigestInfo
{
    private static ReadOnlySpan<byte> Sha1Prefix =>
        [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14];

    private static ReadOnlySpan<byte> Sha256Prefix =>
        [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

    private static ReadOnlySpan<byte> Sha384Prefix =>
        [0x30, 0x41, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05, 0x00, 0x04, 0x30];

    private static ReadOnlySpan<byte> Sha512Prefix =>
        [0x30, 0x51, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0x00, 0x04, 0x40];

    /// <summary>Takes a DigestInfo apart.</summary>
    /// <param name="data">The DER bytes.</param>
    /// <param name="algorithm">What made the hash.</param>
    /// <param name="hash">The hash itself.</param>
    /// <returns><see langword="false"/> when the bytes are not exactly one of the four DigestInfos in use.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> data, out HashAlgorithmName algorithm, out ReadOnlySpan<byte> hash) =>
        TryRead(data, Sha256Prefix, HashAlgorithmName.SHA256, out algorithm, out hash)
        || TryRead(data, Sha1Prefix, HashAlgorithmName.SHA1, out algorithm, out hash)
        || TryRead(data, Sha384Prefix, HashAlgorithmName.SHA384, out algorithm, out hash)
        || TryRead(data, Sha512Prefix, HashAlgorithmName.SHA512, out algorithm, out hash);

    private static bool TryRead(
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> prefix,
        HashAlgorithmName name,
        out HashAlgorithmName algorithm,
        out ReadOnlySpan<byte> hash)
    {
        // The last byte of a prefix is the length of the hash.
        bool read = data.StartsWith(prefix) && data.Length == prefix.Length + prefix[^1];
        algorithm = name;
        hash = read ? data[prefix.Length..] : default;
        return read;
    }
}
