using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Commands;

public sealed class ResetRetryCounterTests
{
    private readonly CardTerminal _terminal = new();

    [Test]
    public void Code_de_deblocage_frees_a_blocked_card()
    {
        Block();
        Assert.That(_terminal.Run("00 20 00 02 08 3132333435363738", "00 2C 02 01 04 35363738"), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"), "free, but not verified");
        Assert.That(_terminal.Send("00 20 00 01 04 35363738"), Is.EqualTo("9000"));
    }

    [Test]
    public void Without_the_code_de_deblocage_nothing_changes()
    {
        Block();
        Assert.That(_terminal.Send("00 2C 02 01 04 35363738"), Is.EqualTo("6982"));
        _terminal.Send("00 20 00 02 08 3030303030303030");
        Assert.That(_terminal.Send("00 2C 02 01 04 35363738"), Is.EqualTo("6982"));
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("6983"));
    }

    [Test]
    public void Each_unblocking_is_counted()
    {
        _terminal.Run("00 20 00 02 08 3132333435363738", "00 2C 02 01 04 35363738");
        Assert.That(_terminal.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80"), Does.Contain("9D020063"));
    }

    [Test]
    public void The_last_use_of_the_code_de_deblocage_is_the_last_one()
    {
        var terminal = new CardTerminal(TestCards.NewWithCodes(code => code with { MaxUses = code.MaxUses is null ? null : 1 }));
        Assert.That(terminal.Run("00 20 00 02 08 3132333435363738", "00 2C 02 01 04 35363738"), Is.EqualTo("9000"));
        Assert.That(terminal.Send("00 2C 02 01 04 35363738"), Is.EqualTo("6982"), "verified, and used up");
        Assert.That(terminal.Send("00 20 00 02 08 3132333435363738"), Is.EqualTo("6983"));
        Assert.That(terminal.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80"), Does.Contain("9D020000"));
    }

    [Test]
    public void Uses_without_a_limit_are_not_counted()
    {
        var terminal = new CardTerminal(TestCards.NewWithCodes(code => code with { MaxUses = null }));
        terminal.Run("00 20 00 02 08 3132333435363738", "00 2C 02 01 04 35363738", "00 2C 02 01 04 31323334");
        Assert.That(
            terminal.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80"),
            Is.EqualTo("7016BF810212A0109A010A9B010AA1088C06F3FF00FFFF009000"));
    }

    [Test]
    public void A_code_that_anyone_may_set_anew_needs_no_other_code()
    {
        var terminal = new CardTerminal(TestCards.NewWithCodes(code => code with { Reset = SecurityCondition.Always }));
        Assert.That(terminal.Run("00 2C 02 01 04 35363738", "00 20 00 01 04 35363738"), Is.EqualTo("9000"));
    }

    [TestCase("00 2C 00 01 0C 3132333435363738 35363738", "6A86", TestName = "Form_with_both_codes")]
    [TestCase("00 2C 03 01", "6A86", TestName = "Form_without_a_new_code")]
    [TestCase("00 2C 02 01 03 353637", "6700", TestName = "New_code_too_short")]
    [TestCase("00 2C 02 05 04 35363738", "6A88", TestName = "Unblocking_an_unknown_code")]
    [TestCase("00 2C 02 02 08 3132333435363738", "6982", TestName = "Nothing_unblocks_the_code_de_deblocage")]
    public void Refuses(string command, string expected)
    {
        _terminal.Send("00 20 00 02 08 3132333435363738");
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
    }

    private void Block()
    {
        for (int i = 0; i < 3; i++)
        {
            _terminal.Send("00 20 00 01 04 30303030");
        }
    }
}
