using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Commands;

public sealed class VerifyTests
{
    private readonly CardTerminal _terminal = new();

    [Test]
    public void Right_code_is_accepted() => Assert.That(_terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("9000"));

    [Test]
    public void Third_wrong_code_blocks_even_the_right_one()
    {
        string[] answers = [.. Enumerable.Repeat("00 20 00 01 04 30303030", 3).Select(_terminal.Send)];
        Assert.That(answers, Is.EqualTo(["63C2", "63C1", "63C0"]));
        Assert.That(_terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("6983"), "the right code no longer helps");
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("6983"));
    }

    [Test]
    public void Right_code_fills_the_counter_again()
    {
        _terminal.Send("00 20 00 01 04 30303030");
        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("00 20 00 01 04 30303030"), Is.EqualTo("63C2"));
    }

    [Test]
    public void Asking_for_the_tries_left_costs_none()
    {
        string[] answers = [.. Enumerable.Repeat("00 20 00 01 00", 5).Select(_terminal.Send)];
        Assert.That(answers, Has.All.EqualTo("63C3"));
    }

    [Test]
    public void Verified_code_says_so_until_a_wrong_one_is_tried()
    {
        _terminal.Send("00 20 00 01 04 31323334");
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("9000"));
        _terminal.Send("00 20 00 01 04 30303030");
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C2"));
    }

    [Test]
    public void Reset_forgets_the_code_and_keeps_the_counter()
    {
        _terminal.Send("00 20 00 01 04 30303030");
        _terminal.Send("00 20 00 01 04 31323334");
        _terminal.Send("00 20 00 01 04 30303030");
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C2"));
    }

    [TestCase("00 20 00", "6700", TestName = "Header_of_three_bytes")]
    [TestCase("00 20 00 01 05 31323334", "6700", TestName = "Lc_larger_than_the_data")]
    [TestCase("00 20 00 01 03 313233", "6700", TestName = "Code_too_short")]
    [TestCase("00 20 00 01 05 3132333435", "6700", TestName = "Code_too_long")]
    [TestCase("00 20 00 01 00 0004 31323334", "6700", TestName = "Extended_length")]
    [TestCase("00 20 01 01 04 31323334", "6A86", TestName = "P1_not_zero")]
    [TestCase("00 20 00 03 04 31323334", "6A88", TestName = "Unknown_code")]
    [TestCase("80 20 00 01 04 31323334", "6E00", TestName = "Unknown_class")]
    [TestCase("10 20 00 01 04 31323334", "6884", TestName = "Chained")]
    public void A_refused_command_costs_no_try(string command, string expected)
    {
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }

    [Test]
    public void A_code_that_nobody_may_present_is_not_compared()
    {
        var terminal = new CardTerminal(TestCards.NewWithCodes(code => code with { Verify = SecurityCondition.Never }));
        Assert.That(terminal.Send("00 20 00 01 04 30303030"), Is.EqualTo("6982"));
        Assert.That(terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }

    [Test]
    public void Code_de_deblocage_has_its_own_counter()
    {
        Assert.That(_terminal.Send("00 20 00 02 08 3030303030303030"), Is.EqualTo("63C9"));
        Assert.That(_terminal.Send("00 20 00 02 08 3132333435363738"), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }
}
