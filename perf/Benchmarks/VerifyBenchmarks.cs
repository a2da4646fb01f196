using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does the whole card take to compare a code? Budget: 50 ns, no allocation.</summary>
[Budget("verify", "VERIFY of the right code", Nanoseconds = 50, Bytes = 0)]
[MemoryDiagnoser]
public class VerifyBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private byte[] _command = [];

    /// <summary>A wrong answer is not measured.</summary>
    [GlobalSetup]
    public void Check()
    {
        _command = _bench.Checked(TestCommands.Verify, "9000");
    }

    /// <summary>The code porteur, rightly.</summary>
    [Benchmark]
    public int Verify() => _bench.Card.Transmit(_command, _response);
}
