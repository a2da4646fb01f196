using System.Numerics;
using System.Security.Cryptography;

namespace CardConformance.Simulator.Security;

/// <summary>One private RSA key of the card and what the card can compute with it.</summary>
/// <param name="definition">Its fixed part.</param>
/// <param name="rsa">The key; the card never gives it away.</param>
public sealed class PrivateKey(KeyDefinition definition, RSA rsa)
{
    /// <summary>Its fixed part.</summary>
    public KeyDefinition Definition { get; } = definition;

    /// <summary>Length of the modulus, of a signature and of a cryptogram, in bytes.</summary>
    public int ModulusLength { get; } = rsa.KeySize / 8;

    /// <summary>Signs bytes as they come, with PKCS #1 v1.5 padding of block type 1 around them.</summary>
    /// <remarks>Source: RFC 8017, 8.2.1, without the hash: the host sends a DigestInfo, or whatever it wants authenticated.</remarks>
    /// <param name="data">What to sign; at least 11 bytes shorter than the modulus.</param>
    /// <param name="signature">Where the signature goes, <see cref="ModulusLength"/> bytes.</param>
    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        // The platform's RSA signs a hash with its DigestInfo, in a fifth of a millisecond; anything else has to be computed here.
        if (DigestInfo.TryRead(data, out HashAlgorithmName algorithm, out ReadOnlySpan<byte> hash))
        {
            SignHash(algorithm, hash, signature);
        }
        else
        {
            SignRaw(data, signature);
        }
    }

    /// <summary>Signs a hash: its DigestInfo with PKCS #1 v1.5 padding.</summary>
    /// <param name="algorithm">What made the hash.</param>
    /// <param name="hash">The hash.</param>
    /// <param name="signature">Where the signature goes, <see cref="ModulusLength"/> bytes.</param>
    public void SignHash(HashAlgorithmName algorithm, ReadOnlySpan<byte> hash, Span<byte> signature) =>
        rsa.SignHash(hash, signature, algorithm, RSASignaturePadding.Pkcs1);

    /// <summary>Deciphers a cryptogram and takes off its PKCS #1 v1.5 padding of block type 2.</summary>
    /// <param name="cryptogram">The cryptogram, <see cref="ModulusLength"/> bytes.</param>
    /// <param name="plain">Where the plain text goes; <see cref="ModulusLength"/> bytes always suffice.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns><see langword="false"/> when the cryptogram was not made for this key.</returns>
    public bool TryDecipher(ReadOnlySpan<byte> cryptogram, Span<byte> plain, out int length)
    {
        length = 0;
        Span<byte> block = stackalloc byte[ModulusLength];
        if (cryptogram.Length != ModulusLength || !TryCompute(cryptogram, block) || block[0] != 0 || block[1] != 2)
        {
            return false;
        }

        int separator = block[2..].IndexOf((byte)0);
        if (separator < 8)
        {
            return false;
        }

        ReadOnlySpan<byte> text = block[(separator + 3)..];
        text.CopyTo(plain);
        length = text.Length;
        return true;
    }

    /// <summary>Signs a hash with PSS padding, whose salt is as long as the hash.</summary>
    /// <remarks>Source: RFC 8017, 8.1.1.</remarks>
    /// <param name="algorithm">What made the hash.</param>
    /// <param name="hash">The hash.</param>
    /// <param name="signature">Where the signature goes, <see cref="ModulusLength"/> bytes.</param>
    public void SignHashWithPss(HashAlgorithmName algorithm, ReadOnlySpan<byte> hash, Span<byte> signature) =>
        rsa.SignHash(hash, signature, algorithm, RSASignaturePadding.Pss);

    /// <summary>The bare operation with the private key, on a whole block: whoever asks takes care of the padding.</summary>
    /// <param name="block">The block, <see cref="ModulusLength"/> bytes.</param>
    /// <param name="result">Where the result goes, <see cref="ModulusLength"/> bytes.</param>
    /// <returns><see langword="false"/> when the block is not smaller than the modulus.</returns>
    public bool TryCompute(ReadOnlySpan<byte> block, Span<byte> result)
    {
        // m^d mod n by the Chinese remainder theorem. .NET offers no RSA without padding.
        RSAParameters key = rsa.ExportParameters(includePrivateParameters: true);
        BigInteger m = Number(block);
        if (m >= Number(key.Modulus))
        {
            return false;
        }

        (BigInteger p, BigInteger q) = (Number(key.P), Number(key.Q));
        BigInteger m1 = BigInteger.ModPow(m, Number(key.DP), p);
        BigInteger m2 = BigInteger.ModPow(m, Number(key.DQ), q);
        BigInteger h = Number(key.InverseQ) * (m1 - m2) % p;
        BigInteger number = m2 + ((h.Sign < 0 ? h + p : h) * q);
        result.Clear();
        int length = number.GetByteCount(isUnsigned: true);
        return number.TryWriteBytes(result[(ModulusLength - length)..], out _, isUnsigned: true, isBigEndian: true);
    }

    private void SignRaw(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        Span<byte> block = stackalloc byte[ModulusLength];
        int padding = ModulusLength - data.Length - 3;
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, 8);
        block[0] = 0;
        block[1] = 1;
        block.Slice(2, padding).Fill(0xFF);
        block[2 + padding] = 0;
        data.CopyTo(block[(3 + padding)..]);
        bool inRange = TryCompute(block, signature);
        System.Diagnostics.Debug.Assert(inRange, "A padded block begins with 00 and is smaller than the modulus.");
    }

    private static BigInteger Number(ReadOnlySpan<byte> bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
