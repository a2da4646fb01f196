using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Commands;

/// <summary>The older part of a CPS3, class A0, as CryptoLib reads it.</summary>
public sealed class Cps2terTests
{
    private readonly CardTerminal _terminal = new();

    [Test]
    public void Root_is_the_master_file()
    {
        Assert.That(_terminal.Send("A0 A4 00 00 02 3F00"), Is.EqualTo("9F07"));
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Is.EqualTo("850500003F00019000"));
    }

    [Test]
    public void Practice_situation_is_read_after_the_code_porteur()
    {
        _terminal.Send("A0 A4 00 00 02 3F00");
        Assert.That(_terminal.Send("A0 A4 00 00 02 4010"), Is.EqualTo("9F07"));
        string description = _terminal.Send("A0 C0 00 00 07");
        Assert.That(description, Does.Match("^850500..4010049000$"));
        Assert.That(_terminal.Send("A0 B0 00 00 01"), Is.EqualTo("9804"));

        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("A0 B0 00 00 01"), Is.EqualTo("EE9000"));
        string size = description[6..8];
        Assert.That(_terminal.Send("A0 B0 00 00 " + size), Does.EndWith("9000"));
        Assert.That(_terminal.Send("A0 B0 00 00 00"), Is.EqualTo("6C" + size));
    }

    [Test]
    public void Billing_situation_lies_in_a_directory_of_its_own()
    {
        Assert.That(_terminal.Send("A0 A4 00 00 02 4000"), Is.EqualTo("9404"), "not in the root");
        Assert.That(_terminal.Send("A0 A4 00 00 02 7F01"), Is.EqualTo("9F07"));
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Is.EqualTo("850500007F01029000"));
        Assert.That(_terminal.Send("A0 A4 00 00 02 4000"), Is.EqualTo("9F07"));
        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("A0 B0 00 00 01"), Is.EqualTo("EE9000"));
    }

    [Test]
    public void Both_parts_keep_their_own_selection()
    {
        _terminal.Send("00 A4 02 0C 02 D003");
        _terminal.Send("A0 A4 00 00 02 7F01");
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("5A0A9000"));
        Assert.That(_terminal.Send("A0 A4 00 00 02 4000"), Is.EqualTo("9F07"));
    }

    [Test]
    public void Reset_forgets_the_selection()
    {
        _terminal.Send("A0 A4 00 00 02 4010");
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Is.EqualTo("6700"));
        Assert.That(_terminal.Send("A0 B0 00 00 01"), Is.EqualTo("9400"));
    }

    [Test]
    public void An_answer_that_waits_ends_with_the_next_command_and_when_it_was_fetched()
    {
        _terminal.Send("A0 A4 00 00 02 3F00");
        Assert.That(_terminal.Send("A0 B0 00 00 01"), Is.EqualTo("9400"));
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Is.EqualTo("6700"));
        _terminal.Send("A0 A4 00 00 02 3F00");
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Does.EndWith("9000"));
        Assert.That(_terminal.Send("A0 C0 00 00 07"), Is.EqualTo("6700"));
    }

    [Test]
    public void Reading_begins_no_earlier_than_P1_says()
    {
        _terminal.Send("A0 A4 00 00 02 4010");
        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("A0 B0 01 00 01"), Is.EqualTo("6B00"));
    }

    [Test]
    public void A_card_without_this_part_has_no_such_class()
    {
        CardGeneration generation = TestCards.Doctor.Generation with { Cps2ter = null };
        var terminal = new CardTerminal(TestCards.New(TestCards.Doctor with { Generation = generation }));
        Assert.That(terminal.Send("A0 A4 00 00 02 3F00"), Is.EqualTo("6E00"));
    }

    [TestCase("A0 A4 00 00 02 4011", "9404", TestName = "A0_SELECT_of_a_situation_that_is_not_there")]
    [TestCase("A0 A4 00 00 03 3F0000", "6700", TestName = "A0_SELECT_with_three_bytes")]
    [TestCase("A0 A4 01 00 02 3F00", "6B00", TestName = "A0_SELECT_with_P1")]
    [TestCase("A0 C0 00 00 07", "6700", TestName = "A0_GET_RESPONSE_of_nothing")]
    [TestCase("A0 B0 00 00 01", "9400", TestName = "A0_READ_BINARY_of_no_file")]
    [TestCase("A0 20 00 01 04 31323334", "6D00", TestName = "A0_VERIFY")]
    [TestCase("A0 A4 00 00 02 3F00 00 00", "6700", TestName = "A0_SELECT_with_a_byte_too_many")]
    public void Refuses(string command, string expected) => Assert.That(_terminal.Send(command), Is.EqualTo(expected));
}
