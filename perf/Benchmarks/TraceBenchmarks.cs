using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Trace;

namespace CardConformance.Perf.Benchmarks;

/// <summary>
/// How long does a READ BINARY of 256 bytes take when every exchange is written down? Budget: 2 µs; the text of an exchange is new each
/// time.
/// </summary>
[Budget("trace", "READ BINARY of 256 bytes, traced", Nanoseconds = 2_000)]
[MemoryDiagnoser]
public class TraceBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _command = BenchedCard.Bytes(TestCommands.Read256);
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly TracedCard _traced;
    private TraceEntry? _last;

    /// <summary>Lays the layer around the card.</summary>
    public TraceBenchmarks() => _traced = new(_bench.Card, entry => _last = entry);

    /// <summary>The exchange has to be written down.</summary>
    [GlobalSetup]
    public void Check()
    {
        _bench.Prepare(TestCommands.SelectCertificate);
        BenchedCard.Expect(_traced, _command, "9000", length: 256);
        if (_last?.Response.EndsWith("90 00", StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException("The trace does not hold the exchange.");
        }
    }

    /// <summary>With the layer.</summary>
    [Benchmark]
    public int Traced() => _traced.Transmit(_command, _response);

    /// <summary>Without it.</summary>
    [Benchmark(Baseline = true, Description = "the card without trace")]
    public int Untraced() => _bench.Card.Transmit(_command, _response);
}
