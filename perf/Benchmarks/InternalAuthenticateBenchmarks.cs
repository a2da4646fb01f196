using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>
/// How much does the card add to a key's arithmetic when it authenticates its holder? Budget: nine authentications in the time of ten
/// signatures of a key without a card.
/// </summary>
[Budget("internal-authenticate", "INTERNAL AUTHENTICATE with RSA-2048, and GET RESPONSE", PartOfBaseline = 0.9, Rate = "signatures/s")]
[MemoryDiagnoser]
public class InternalAuthenticateBenchmarks
{
    // DigestInfo of SHA-256, as TLS and OpenSC hand it over.
    private const string DigestInfo = "3031300D060960864801650304020105000420";

    private readonly BenchedCard _bench = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly byte[] _hash = SHA256.HashData("Le patient est guéri."u8);
    private readonly byte[] _fetch = BenchedCard.Bytes(TestCommands.GetResponse256);
    private byte[] _command = [];

    /// <summary>The signature has to be the card's.</summary>
    [GlobalSetup]
    public void Check()
    {
        _bench.Prepare(TestCommands.SelectApplication, TestCommands.Verify, TestCommands.PrepareAuthentication);
        _command = _bench.Checked("00 88 00 00 33" + DigestInfo + Convert.ToHexString(_hash), "6100");
        byte[] signature = _bench.Expect(_fetch, "9000", length: 256);
        using RSA known = _bench.Issued.Certificate.GetRSAPublicKey()!;
        if (!known.VerifyHash(_hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            throw new InvalidOperationException("INTERNAL AUTHENTICATE: the signature is not that of the card's certificate.");
        }
    }

    /// <summary>A hash signed, and the signature fetched.</summary>
    [Benchmark]
    public int InternalAuthenticate() => _bench.Card.Transmit(_command, _response) + _bench.Card.Transmit(_fetch, _response);

    /// <summary>The same without a card.</summary>
    [Benchmark(Baseline = true, Description = "a key without a card")]
    public bool Key() => _key.TrySignHash(_hash, _response, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out _);
}
