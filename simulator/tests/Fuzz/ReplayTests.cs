using CardConformance.Fuzz;
using CardConformance.Fuzz.Replays;

namespace CardConformance.Simulator.Tests.Fuzz;

/// <summary>What fuzzing has found once: pasted here as the fuzzer prints it, so that it does not come back.</summary>
public sealed class ReplayTests
{
    // A used-up code de déblocage went on unblocking, and the count of its uses went below zero.
    [TestCase(FuzzCardKind.FewUses, """
        00 20 00 02 08 31 32 33 34 35 36 37 38
        00 2C 02 01 04 31 32 33 34
        00 2C 02 01 04 31 32 33 34
        00 2C 02 01 04 35 36 37 38
        """)]
    public void No_rule_is_broken_again(object kind, string steps) =>
        Assert.That(Replay.Parse((FuzzCardKind)kind, steps).Run(new(TestCards.NewWithKeysOfItsOwn())), Is.Null);

    [Test]
    public void Steps_are_read_as_they_are_written()
    {
        const string Lines = "00 A4 00 0C\nRESET\nPOWER DOWN\nPROTOCOL T0\nPROTOCOL T1\n(no bytes)\n00";
        Assert.That(Replay.Parse(FuzzCardKind.Contact, Lines).ToString(), Is.EqualTo(Lines));
    }
}
