using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does the whole card take to tell an object's parameters? Budget: 200 ns, no allocation.</summary>
[Budget("get-data", "GET DATA of a code's object", Nanoseconds = 200, Bytes = 0)]
[MemoryDiagnoser]
public class GetDataBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private byte[] _command = [];

    /// <summary>A wrong answer is not measured.</summary>
    [GlobalSetup]
    public void Check()
    {
        _bench.Prepare(TestCommands.SelectMasterFile);
        _command = _bench.Checked(TestCommands.GetCode, "6118");
    }

    /// <summary>The code's object, which waits for GET RESPONSE.</summary>
    [Benchmark]
    public int GetData() => _bench.Card.Transmit(_command, _response);
}
