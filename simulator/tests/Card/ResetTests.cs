namespace CardConformance.Simulator.Tests.Card;

/// <summary>What a reset makes a card forget, one thing at a time.</summary>
public sealed class ResetTests
{
    private const string Application = "00 A4 09 0C 04 3F00 0001";
    private const string Code = "00 20 00 01 04 31323334";
    private const string SetSignature = "00 22 41 B6 06 80 01 42 84 01 81";
    private const string Hash = "00 2A 90 A0 22 90 20 1111111111111111111111111111111111111111111111111111111111111111";

    private readonly CardTerminal _terminal = new();

    [Test]
    public void Selected_application()
    {
        _terminal.Run(Application);
        Assert.That(_terminal.Send("00 B0 9C 00 0C"), Is.EqualTo("6A82"));
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("00 B0 9C 00 0C"), Does.EndWith("9000"), "EF.SN.ICC lies in the master file");
    }

    [Test]
    public void Answer_that_waits()
    {
        Assert.That(_terminal.Send("00 A4 02 04 02 D003"), Does.StartWith("61"));
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("00 C0 00 00 05"), Is.EqualTo("6985"));
    }

    [Test]
    public void Hash_that_is_to_be_signed()
    {
        _terminal.Run(Application, "00 22 41 AA 03 80 01 40", Hash);
        _terminal.Card.Reset();
        _terminal.Run(Application, Code, SetSignature);
        Assert.That(_terminal.Send("00 2A 9E 9A 00"), Is.EqualTo("6985"));
    }

    [Test]
    public void Proof_of_the_code()
    {
        _terminal.Run(Code);
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("00 20 00 01"), Is.EqualTo("63C3"));
    }
}
