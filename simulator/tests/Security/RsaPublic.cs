using System.Numerics;
using System.Security.Cryptography;

namespace CardConformance.Simulator.Tests.Security;

/// <summary>RSA with the public key and without padding: shows what a signature holds.</summary>
internal static class RsaPublic
{
    internal static byte[] Operation(RSA key, byte[] signature)
    {
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        var result = BigInteger.ModPow(
            new(signature, isUnsigned: true, isBigEndian: true),
            new(parameters.Exponent, isUnsigned: true, isBigEndian: true),
            new(parameters.Modulus, isUnsigned: true, isBigEndian: true));
        byte[] padded = new byte[signature.Length];
        result.TryWriteBytes(padded.AsSpan(padded.Length - result.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        return padded;
    }
}
