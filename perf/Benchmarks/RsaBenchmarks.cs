using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>A command that makes the card sign a hash with RSA-2048, and GET RESPONSE, beside the same arithmetic without a card.</summary>
public abstract class RsaBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly byte[] _hash = SHA256.HashData("Le patient est guéri."u8);
    private readonly byte[] _fetch = BenchedCard.Bytes(TestCommands.GetResponse256);
    private byte[] _command = [];

    /// <summary>Signs the same without a card.</summary>
    private protected bool SignWithoutCard() => _key.TrySignHash(_hash, _response, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out _);

    /// <summary>Prepares the card, and has it sign once: the signature has to be the card's.</summary>
    /// <param name="name">The command, for messages.</param>
    /// <param name="environment">What prepares it.</param>
    /// <param name="command">The command without the hash that it ends with, hexadecimal.</param>
    /// <param name="certificateOf">Whose signature it has to be.</param>
    private protected void Check(string name, string environment, string command, Func<BenchedCard, X509Certificate2> certificateOf)
    {
        _bench.Prepare(TestCommands.SelectApplication, TestCommands.Verify, environment);
        _command = _bench.Checked(command + Convert.ToHexString(_hash), "6100");
        byte[] signature = _bench.Expect(_fetch, "9000", length: 256);
        using RSA known = certificateOf(_bench).GetRSAPublicKey()!;
        if (!known.VerifyHash(_hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            throw new InvalidOperationException($"{name}: the signature is not that of the card's certificate.");
        }
    }

    /// <summary>A hash signed, and the signature fetched.</summary>
    private protected int Sign() => _bench.Card.Transmit(_command, _response) + _bench.Card.Transmit(_fetch, _response);
}
