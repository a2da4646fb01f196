using BenchmarkDotNet.Attributes;
using CardConformance.Simulator.Apdu;

namespace CardConformance.Perf.Benchmarks;

/// <summary>How long does it take to read a command? Budget: 10 ns, no allocation.</summary>
[Budget("parse", "parse of a command with data and Le", Nanoseconds = 10, Bytes = 0)]
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private readonly byte[] _command = BenchedCard.Bytes("00 A4 09 04 04 3F00 2F01 00");

    /// <summary>The command has to be read as what it is.</summary>
    [GlobalSetup]
    public void Check()
    {
        if (!CommandApdu.TryParse(_command, out CommandApdu command) || command.Data.Length != 4 || command.Ne != 256)
        {
            throw new InvalidOperationException("A command of case 4 with four bytes of data and Le 00 was read as something else.");
        }
    }

    /// <summary>CLA, INS, P1, P2, data, Ne.</summary>
    [Benchmark]
    public int Parse() => CommandApdu.TryParse(_command, out CommandApdu command) ? command.Ne : 0;
}
