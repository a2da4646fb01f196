namespace CardConformance.Simulator.Tests.Commands;

public sealed class GetResponseTests
{
    private const string ControlParameters = "62258002000C8201018302D0038801E0A1128C077BFFFFFFFFFF009C077BFFFFFFFFFF008A0105";

    private readonly CardTerminal _terminal = new();

    [Test]
    public void Fetches_at_once() =>
        Assert.That(
            new[] { _terminal.Send("00 A4 02 04 02 D003"), _terminal.Send("00 C0 00 00 27") },
            Is.EqualTo(["6127", ControlParameters + "9000"]));

    [Test]
    public void Fetches_in_parts()
    {
        _terminal.Send("00 A4 02 04 02 D003");
        Assert.That(_terminal.Send("00 C0 00 00 07"), Is.EqualTo(ControlParameters[..14] + "6120"));
        Assert.That(_terminal.Send("00 C0 00 00 20"), Is.EqualTo(ControlParameters[14..] + "9000"));
        Assert.That(_terminal.Send("00 C0 00 00 01"), Is.EqualTo("6985"));
    }

    [Test]
    public void Asking_for_too_much_loses_nothing()
    {
        _terminal.Send("00 A4 02 04 02 D003");
        Assert.That(_terminal.Send("00 C0 00 00 00"), Is.EqualTo("6C27"));
        Assert.That(_terminal.Send("00 C0 00 00 27"), Is.EqualTo(ControlParameters + "9000"));
    }

    [Test]
    public void Any_other_command_makes_the_card_forget()
    {
        _terminal.Send("00 A4 02 04 02 D003");
        _terminal.Send("00 84 00 00 08");
        Assert.That(_terminal.Send("00 C0 00 00 27"), Is.EqualTo("6985"));
    }

    [Test]
    public void Over_T1_the_answer_comes_in_the_same_exchange()
    {
        _terminal.UseT1();
        Assert.That(_terminal.Send("00 A4 02 04 02 D003 00"), Is.EqualTo(ControlParameters + "9000"));
        Assert.That(_terminal.Send("00 A4 02 04 02 D003 07"), Is.EqualTo(ControlParameters[..14] + "6120"));
    }

    [Test]
    public void Refuses_parameters()
    {
        _terminal.Send("00 A4 02 04 02 D003");
        Assert.That(_terminal.Send("00 C0 00 01 27"), Is.EqualTo("6A86"));
    }
}
