using CardConformance.Simulator.Faults;

namespace CardConformance.Simulator.Tests.Faults;

public sealed class FaultyCardTests
{
    private readonly FaultyCard _card = new(TestCards.New());

    [Test]
    public void Mute_once_then_as_before()
    {
        var terminal = new CardTerminal(_card);
        _card.Arm(new(FaultEffect.Mute));
        Assert.That(new[] { terminal.Send("00 20 00 01 00"), terminal.Send("00 20 00 01 00") }, Is.EqualTo(["", "63C3"]));
    }

    [Test]
    public void Fault_waits_for_its_instruction_and_lasts_as_often_as_told()
    {
        var terminal = new CardTerminal(_card);
        _card.Arm(new(FaultEffect.Removal, Ins: 0x20, Times: 2));
        Assert.That(terminal.Send("00 84 00 00 08"), Does.EndWith("9000"));
        Assert.That(
            new[] { terminal.Send("00 20 00 01 04 30303030"), terminal.Send("00 20 00 01 00"), terminal.Send("00 20 00 01 00") },
            Is.EqualTo(["removed", "removed", "63C3"]),
            "a command that never arrived costs no try");
    }

    [Test]
    public void Disarmed_it_is_the_card_itself()
    {
        _card.Arm(new(FaultEffect.Mute, Times: 5));
        _card.Arm(null);
        Assert.That(new CardTerminal(_card).Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }
}
