namespace CardConformance.Simulator.Tests.Commands;

/// <summary>CPS_DATA, file D107, is the only file that a holder may change.</summary>
public sealed class UpdateBinaryTests
{
    private const string SelectData = "00 A4 09 0C 06 3F00 0001 D107";
    private const string Verify = "00 20 00 01 04 31323334";

    private readonly CardTerminal _terminal = new();

    [Test]
    public void Holder_changes_CPS_DATA()
    {
        Assert.That(_terminal.Run(Verify, SelectData, "00 D6 00 02 03 A1B2C3", "00 B0 00 00 06"), Is.EqualTo("0000A1B2C3009000"));
        _terminal.Card.Reset();
        Assert.That(_terminal.Run(SelectData, "00 B0 00 00 06"), Is.EqualTo("0000A1B2C3009000"), "it lasts");
    }

    [Test]
    public void Last_byte_of_the_file_can_be_changed() =>
        Assert.That(_terminal.Run(Verify, SelectData, "00 D6 00 F9 01 55", "00 B0 00 F9 01"), Is.EqualTo("559000"));

    [Test]
    public void Another_card_of_the_same_image_keeps_its_own()
    {
        var card = (Simulator.Card.VirtualCard)_terminal.Card;
        var twin = new CardTerminal(new Simulator.Card.VirtualCard(new(card.State.Image)));
        _terminal.Run(Verify, SelectData, "00 D6 00 00 01 FF");
        Assert.That(twin.Run(SelectData, "00 B0 00 00 01"), Is.EqualTo("009000"));
    }

    [Test]
    public void Without_the_code_nothing_changes()
    {
        Assert.That(_terminal.Run(SelectData, "00 B0 00 00 02"), Is.EqualTo("00009000"));
        Assert.That(_terminal.Send("00 D6 00 00 02 FFFF"), Is.EqualTo("6982"));
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("00009000"));
    }

    [TestCase("00 D6 00 FA 01 FF", "6B00", TestName = "UPDATE_BINARY_beyond_the_end")]
    [TestCase("00 D6 00 F9 02 FFFF", "6A84", TestName = "UPDATE_BINARY_across_the_end")]
    [TestCase("00 D6 00 00", "6700", TestName = "UPDATE_BINARY_without_data")]
    [TestCase("00 D6 A0 00 01 FF", "6A86", TestName = "UPDATE_BINARY_with_reserved_bits")]
    [TestCase("00 D6 9B 00 01 FF", "6A82", TestName = "UPDATE_BINARY_of_an_unknown_short_identifier")]
    public void Refused_it_changes_nothing(string command, string expected)
    {
        _terminal.Run(Verify, SelectData);
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
        Assert.That(_terminal.Fetch("00 B0 00 00 FA"), Is.EqualTo(new string('0', 500) + "9000"));
    }

    [Test]
    public void Without_a_file_there_is_nothing_to_change() =>
        Assert.That(_terminal.Send("00 D6 00 00 01 FF"), Is.EqualTo("6986"));

    [Test]
    public void Files_of_the_issuer_cannot_be_changed_by_the_holder() =>
        Assert.That(_terminal.Run(Verify, "00 A4 02 0C 02 D003", "00 D6 00 00 01 FF"), Is.EqualTo("6982"));
}
