using BenchmarkDotNet.Attributes;

namespace CardConformance.Perf.Benchmarks;

/// <summary>
/// How much does the card add to a key's arithmetic when it authenticates its holder? Budget: nine authentications in the time of ten
/// signatures of a key without a card.
/// </summary>
[Budget("internal-authenticate", "INTERNAL AUTHENTICATE with RSA-2048, and GET RESPONSE", PartOfBaseline = 0.9, Rate = "signatures/s")]
[MemoryDiagnoser]
public class InternalAuthenticateBenchmarks : RsaBenchmarks
{
    // DigestInfo of SHA-256, as TLS and OpenSC hand it over.
    private const string DigestInfo = "3031300D060960864801650304020105000420";

    /// <summary>The signature has to be the card's.</summary>
    [GlobalSetup]
    public void Check() =>
        Check("INTERNAL AUTHENTICATE", TestCommands.PrepareAuthentication, "00 88 00 00 33" + DigestInfo, bench => bench.Issued.Certificate);

    /// <summary>A hash signed, and the signature fetched.</summary>
    [Benchmark]
    public int InternalAuthenticate() => Sign();

    /// <summary>The same without a card.</summary>
    [Benchmark(Baseline = true, Description = "a key without a card")]
    public bool Key() => SignWithoutCard();
}
