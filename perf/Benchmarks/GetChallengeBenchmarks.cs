using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does the whole card take to draw eight random bytes? Budget: 1 µs, which is the system's generator; no allocation.</summary>
[Budget("get-challenge", "GET CHALLENGE of 8 bytes", Nanoseconds = 1_000, Bytes = 0)]
[MemoryDiagnoser]
public class GetChallengeBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private byte[] _command = [];

    /// <summary>A wrong answer is not measured.</summary>
    [GlobalSetup]
    public void Check()
    {
        _command = _bench.Checked(TestCommands.GetChallenge, "9000", length: 8);
    }

    /// <summary>Eight random bytes.</summary>
    [Benchmark]
    public int GetChallenge() => _bench.Card.Transmit(_command, _response);
}
