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

    // The code de déblocage of a CPS4 could be changed although its rule says never.
    [TestCase(FuzzCardKind.Cps4, """
        01 A4 04 0C 08 80 25 00 00 01 FF 01 00
        01 20 00 02 08 31 32 33 34 35 36 37 38
        01 24 01 02 08 38 37 36 35 34 33 32 31
        """)]

    // New digits filled the counter of a CPS4, and no use of the code de déblocage was counted.
    [TestCase(FuzzCardKind.Cps4FewUses, """
        01 A4 04 0C 08 80 25 00 00 01 FF 01 00
        01 20 00 02 08 31 32 33 34 35 36 37 38
        01 20 00 01 04 34 33 32 31
        01 24 01 01 04 FF FF FF FF
        """)]

    // A CPS4 compared a code that nobody may enter yet.
    [TestCase(FuzzCardKind.Cps4OtherRules, """
        01 A4 04 00 0D E8 28 BD 08 0F 80 25 00 00 01 FF 00 10 00
        01 20 00 01 04 34 33 32 D2
        """)]

    // A CPS4 whose rule for unblocking asks for no code looked for it all the same.
    [TestCase(FuzzCardKind.Cps4OtherRules, """
        01 A4 04 00 0D E8 28 BD 08 0F 80 25 00 00 01 FF 00 10 00
        01 2C 03 81
        """)]

    // A CPS4 took the first part of a chain, and looked for an answer, before its channel was open.
    [TestCase(FuzzCardKind.Cps4, "11 2A 80 86 00")]
    [TestCase(FuzzCardKind.Cps4, "01 C0 00 02 00")]

    // A reset that a card did not answer left its code verified.
    [TestCase(FuzzCardKind.Failing, """
        FAULT 00 00 00 00 00 00 03 00
        00 20 00 02 08 31 32 33 34 35 36 37 38
        RESET
        """)]
    public void No_rule_is_broken_again(object kind, string steps) =>
        Assert.That(Replay.Parse((FuzzCardKind)kind, steps).Run(new(TestCards.NewModels())), Is.Null);

    [Test]
    public void Steps_are_read_as_they_are_written()
    {
        const string Lines = "00 A4 00 0C\nRESET\nPOWER DOWN\nPROTOCOL T0\nPROTOCOL T1\n(no bytes)\n00\nPULL\nNO FAULT\n"
            + "FAULT 02 00 00 00 00 00 03  # PowerLoss { }";
        Assert.That(Replay.Parse(FuzzCardKind.Contact, Lines).ToString(), Is.EqualTo(Lines));
    }
}
