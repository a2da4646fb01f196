using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;

namespace CardConformance.Harness.Tests.Actors;

/// <summary>A card that a scenario sends commands to by PC/SC.</summary>
public sealed class CardBenchTests : IDisposable
{
    private static readonly byte[] AskTries = [0x00, 0x20, 0x00, 0x01, 0x00];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-bench-");
    private readonly Readers.Lease _lease = Readers.Take();
    private readonly ScenarioEvidence _evidence;

    public CardBenchTests() => _evidence = new(new RunFolder(_folder.FullName), new ScenarioBegun("K_06", "F", "T", ["K_06"]));

    public void Dispose()
    {
        _lease.Dispose();
        _evidence.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_card_that_was_pulled_out_within_a_command_is_gone_for_the_next_one()
    {
        IssuedCard issued = Cards.Issue(Cards.NewDoctor());
        var card = new FaultyCard(issued.Card);
        await using var reader = new CardReader(_lease.Slot, _lease.Socket, _evidence, () => { });

        // Often: whoever looks at the reader does so at the same time.
        for (int i = 0; i < 50; i++)
        {
            using var bench = new CardBench(Cards.Doctor, card, issued.Certificate);
            bench.Insert(reader);
            card.Arm(new(Removal.Within));
            bench.Send(AskTries);
            Assert.That(bench.Error, Is.EqualTo(PcscError.NoSmartCard), $"time {i}");
            bench.WaitUntilGone();
            bench.Send(AskTries);
            Assert.That(bench.Error, Is.EqualTo(PcscError.RemovedCard), $"time {i}");
        }
    }
}
