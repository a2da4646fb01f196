using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;

namespace CardConformance.Perf.Benchmarks;

/// <summary>
/// How long does a VERIFY take within the layer of faults, when none is armed? Every card of a scenario lies in it. Budget: 100 ns, no
/// allocation.
/// </summary>
[Budget("faults", "VERIFY within the layer of faults, none armed", Nanoseconds = 100, Bytes = 0)]
[MemoryDiagnoser]
public class FaultBenchmarks
{
    private readonly BenchedCard _bench = new();
    private readonly byte[] _command = BenchedCard.Bytes(TestCommands.Verify);
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly FaultyCard _faulty;

    /// <summary>Lays the layer around the card.</summary>
    public FaultBenchmarks() => _faulty = new(_bench.Card);

    /// <summary>The layer has to be one: an armed fault takes effect, and none does once it is disarmed.</summary>
    [GlobalSetup]
    public void Check()
    {
        _faulty.Arm(new(new RewrittenStatus(new(0x6F00))));
        BenchedCard.Expect(_faulty, _command, "6F00");
        _faulty.Disarm();
        BenchedCard.Expect(_faulty, _command, "9000");
    }

    /// <summary>With the layer.</summary>
    [Benchmark]
    public int Faulty() => _faulty.Transmit(_command, _response);

    /// <summary>Without it.</summary>
    [Benchmark(Baseline = true, Description = "the card without the layer")]
    public int Plain() => _bench.Card.Transmit(_command, _response);
}
