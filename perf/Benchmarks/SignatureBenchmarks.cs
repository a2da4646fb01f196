using BenchmarkDotNet.Attributes;

namespace CardConformance.Perf.Benchmarks;

/// <summary>
/// How much does the card add to a key's arithmetic when it signs a document? Budget: nine signatures in the time of ten of a key without
/// a card.
/// </summary>
[Budget("signature", "PSO COMPUTE DIGITAL SIGNATURE with RSA-2048, and GET RESPONSE", PartOfBaseline = 0.9, Rate = "signatures/s")]
[MemoryDiagnoser]
public class SignatureBenchmarks : RsaBenchmarks
{
    /// <summary>The signature has to be the card's.</summary>
    [GlobalSetup]
    public void Check() =>
        Check("PSO COMPUTE DIGITAL SIGNATURE", TestCommands.PrepareSignature, "00 2A 9E 9A 20", bench => bench.Issued.SignatureCertificate);

    /// <summary>A hash signed, and the signature fetched.</summary>
    [Benchmark]
    public int Signature() => Sign();

    /// <summary>The same without a card.</summary>
    [Benchmark(Baseline = true, Description = "a key without a card")]
    public bool Key() => SignWithoutCard();
}
