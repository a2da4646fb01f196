using BenchmarkDotNet.Attributes;
using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Perf;

/// <summary>One command through the whole card in process: parse, dispatch, answer. Budget: no allocation.</summary>
[MemoryDiagnoser]
public class TransmitBenchmarks
{
    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly VirtualCard _card =
        new CardIssuer(CardIssuing.OpenAuthority(), CacheFolder.Path).Reissue(CardIssuing.Catalogue.Load("medecin"), revocationList: null).Card;

    private readonly byte[] _verify = Convert.FromHexString("002000010431323334");
    private readonly byte[] _select = Convert.FromHexString("00A40904043F002F01");
    private readonly byte[] _read = Convert.FromHexString("00B09E005F");
    private readonly byte[] _challenge = Convert.FromHexString("0084000008");

    /// <summary>VERIFY of the right code.</summary>
    [Benchmark]
    public int Verify() => _card.Transmit(_verify, _response);

    /// <summary>SELECT of a file by its path.</summary>
    [Benchmark]
    public int Select() => _card.Transmit(_select, _response);

    /// <summary>READ BINARY of the whole EF.DIR.</summary>
    [Benchmark]
    public int ReadBinary() => _card.Transmit(_read, _response);

    /// <summary>GET CHALLENGE of eight bytes.</summary>
    [Benchmark]
    public int GetChallenge() => _card.Transmit(_challenge, _response);
}
