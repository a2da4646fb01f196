using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does the whole card take to read a file? Budget: 100 ns, no allocation.</summary>
[Budget("read-binary", "READ BINARY of 256 bytes", Nanoseconds = 100, Bytes = 0)]
[MemoryDiagnoser]
public class ReadBinaryBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private byte[] _command = [];

    /// <summary>A wrong answer is not measured.</summary>
    [GlobalSetup]
    public void Check()
    {
        _bench.Prepare(TestCommands.SelectCertificate);
        _command = _bench.Checked(TestCommands.Read256, "9000", length: 256);
    }

    /// <summary>The first 256 bytes of a certificate.</summary>
    [Benchmark]
    public int ReadBinary() => _bench.Card.Transmit(_command, _response);
}
