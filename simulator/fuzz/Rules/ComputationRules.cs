using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz.Rules;

/// <summary>What the card's keys may be used for, and whether what they make is right.</summary>
/// <remarks>Belongs to one thread: it holds the public keys, read from the certificates on the card.</remarks>
internal sealed class ComputationRules
{
    private const ushort SignatureCertificate = 0xB001;
    private const ushort AuthenticationCertificate = 0xB002;

    // A card need not have both.
    private readonly RSA? _signature;
    private readonly RSA? _authentication;

    /// <summary>The rules for a card.</summary>
    internal ComputationRules(CardImage image)
    {
        _signature = PublicKey(image, SignatureCertificate);
        _authentication = PublicKey(image, AuthenticationCertificate);
    }

    internal void Check(in Exchange exchange)
    {
        if (!exchange.Done || !exchange.IsPlain)
        {
            return;
        }

        switch (exchange.Ins)
        {
            case Ins.InternalAuthenticate:
                CheckAuthentication(exchange);
                break;
            case Ins.PerformSecurityOperation when exchange.P1 == 0x90 && !exchange.IsChipDoc:
                CheckHash(exchange);
                break;
            case Ins.PerformSecurityOperation when exchange.P1 == 0x9E:
                CheckSignature(exchange);
                break;
            case Ins.PerformSecurityOperation when exchange.IsChipDoc:
                CheckBareOperation(exchange);
                break;
            case Ins.PerformSecurityOperation:
                CheckUse(exchange, exchange.Before.DecipherKey, key => key.Decipher);
                break;
            case Ins.GetChallenge when exchange.Data.Length != Math.Min(exchange.Shape.Ne, 8):
                throw new BrokenRuleException("A challenge is eight bytes long, or shorter when asked", $"{exchange.Data.Length} bytes");
            case Ins.GetData:
                CheckCounters(exchange);
                break;
        }
    }

    private static void CheckUse(in Exchange exchange, PrivateKey? key, Func<KeyDefinition, SecurityCondition> condition)
    {
        if (key is null || !exchange.Before.Allows(condition(key.Definition)))
        {
            throw new BrokenRuleException(
                "A key works for its own purpose, after its code", key is null ? "no key was set" : $"key {key.Definition.Reference:X2}");
        }
    }

    private static void CheckHash(in Exchange exchange)
    {
        int expected = exchange.Before.HashAlgorithm switch { 0x10 => 20, 0x40 => 32, _ => 0 };
        if (exchange.After.Hash.Length != expected || expected == 0)
        {
            throw new BrokenRuleException("A hash is as long as its algorithm makes it", $"{exchange.After.Hash.Length} bytes");
        }
    }

    private void CheckSignature(in Exchange exchange)
    {
        CheckUse(exchange, exchange.Before.SignatureKey, key => key.Sign);
        CardSnapshot before = exchange.Before;
        byte[] data = Joined(exchange);
        byte[] hash = data.Length > 0 ? data : before.Hash.ToArray();
        (HashAlgorithmName algorithm, RSASignaturePadding padding) = SignatureAlgorithm(exchange);
        bool right = PublicKey(before.SignatureKey!).VerifyHash(hash, Whole(exchange), algorithm, padding);
        if (!right || !exchange.After.Hash.IsEmpty)
        {
            throw new BrokenRuleException("A signature is over the hash that was given, which is used once", $"hash {Convert.ToHexString(hash)}");
        }
    }

    private void CheckAuthentication(in Exchange exchange)
    {
        CheckUse(exchange, exchange.Before.AuthenticationKey, key => key.Authenticate);
        BigInteger block = Opened(exchange.Before.AuthenticationKey!, Whole(exchange));
        byte[] data = exchange.Shape.Data.ToArray();
        byte[] expected = [0x00, 0x01, .. Enumerable.Repeat((byte)0xFF, 256 - 3 - data.Length), 0x00, .. data];
        if (block != Number(expected))
        {
            throw new BrokenRuleException("INTERNAL AUTHENTICATE signs the bytes as they come", Convert.ToHexString(data));
        }
    }

    private void CheckBareOperation(in Exchange exchange)
    {
        CheckUse(exchange, exchange.Before.DecipherKey, key => key.Decipher);
        byte[] block = Joined(exchange);
        if (Opened(exchange.Before.DecipherKey!, Whole(exchange)) != Number(block))
        {
            throw new BrokenRuleException("A CPS4 computes with the block as it comes", Convert.ToHexString(block));
        }
    }

    private static (HashAlgorithmName Hash, RSASignaturePadding Padding) SignatureAlgorithm(in Exchange exchange) =>
        (exchange.IsChipDoc, exchange.Before.SignatureAlgorithm) switch
        {
            (false, 0x12) => (HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
            (false, _) => (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            (true, 0x0A) => (HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
            (true, 0x15) => (HashAlgorithmName.SHA1, RSASignaturePadding.Pss),
            (true, 0x28) => (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            (true, _) => (HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        };

    // Tag 9B of a code's object: tries left.
    private static void CheckCounters(in Exchange exchange)
    {
        byte[] answer = Whole(exchange);
        bool isCode = answer.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x70, (byte)(answer.Length - 2), 0xBF, 0x81]);
        if (!isCode)
        {
            return;
        }

        CodeSnapshot? code = exchange.Before.Code(answer[4]);
        bool right = code is not null && answer.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x9B, 0x01, (byte)code.TriesLeft]) > 0;
        if (code?.UsesLeft is { } uses)
        {
            right &= answer.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x9D, 0x02, (byte)(uses >> 8), (byte)uses]) > 0;
        }

        if (!right)
        {
            throw new BrokenRuleException("GET DATA tells the counters as they are", Convert.ToHexString(answer));
        }
    }

    // The data of a command, behind those of the parts that came before it.
    private static byte[] Joined(in Exchange exchange)
    {
        CardSnapshot before = exchange.Before;
        bool chained = before.ChainHeader == ((exchange.Ins << 16) | exchange.P1P2);
        return [.. chained ? before.Chain : default, .. exchange.Shape.Data];
    }

    // What was not given at once waits for GET RESPONSE.
    private static byte[] Whole(in Exchange exchange) => [.. exchange.Data, .. exchange.After.Pending];

    // What the public key makes of what the private key has made.
    private BigInteger Opened(PrivateKey key, ReadOnlySpan<byte> result)
    {
        RSAParameters open = PublicKey(key).ExportParameters(includePrivateParameters: false);
        return BigInteger.ModPow(Number(result), Number(open.Exponent), Number(open.Modulus));
    }

    private RSA PublicKey(PrivateKey key) => (key.Definition.NonRepudiation ? _signature : _authentication)!;

    private static RSA? PublicKey(CardImage image, ushort identifier)
    {
        if (image.Layout.KeyDirectory.FindFile(identifier) is not { } file)
        {
            return null;
        }

        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(image.ContentOf(file));
        return certificate.GetRSAPublicKey();
    }

    private static BigInteger Number(ReadOnlySpan<byte> bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
