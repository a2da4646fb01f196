using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does the whole card take to select a file? Budget: 50 ns, no allocation.</summary>
[Budget("select", "SELECT of a file by its path", Nanoseconds = 50, Bytes = 0)]
[MemoryDiagnoser]
public class SelectBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private byte[] _command = [];

    /// <summary>A wrong answer is not measured.</summary>
    [GlobalSetup]
    public void Check()
    {
        _command = _bench.Checked(TestCommands.SelectFile, "6127");
    }

    /// <summary>A file by its path; its control parameters wait for GET RESPONSE.</summary>
    [Benchmark]
    public int Select() => _bench.Card.Transmit(_command, _response);
}
