namespace CardConformance.Simulator.Tests.Commands;

public sealed class ChangeReferenceDataTests
{
    private readonly CardTerminal _terminal = new();

    [Test]
    public void New_code_replaces_the_old_one()
    {
        Assert.That(_terminal.Send("00 24 00 01 08 31323334 34333231"), Is.EqualTo("9000"));
        Assert.That(_terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("63C2"));
        Assert.That(_terminal.Send("00 20 00 01 04 34333231"), Is.EqualTo("9000"));
    }

    [Test]
    public void Wrong_old_code_costs_a_try_and_changes_nothing()
    {
        Assert.That(_terminal.Send("00 24 00 01 08 30303030 34333231"), Is.EqualTo("63C2"));
        Assert.That(_terminal.Send("00 20 00 01 04 31323334"), Is.EqualTo("9000"));
    }

    [Test]
    public void Blocked_code_cannot_be_changed()
    {
        for (int i = 0; i < 3; i++)
        {
            _terminal.Send("00 24 00 01 08 30303030 34333231");
        }

        Assert.That(_terminal.Send("00 24 00 01 08 31323334 34333231"), Is.EqualTo("6983"));
    }

    [TestCase("00 24 00 01 04 31323334", "6700", TestName = "Only_one_code")]
    [TestCase("00 24 00 01 09 31323334 3433323130", "6700", TestName = "New_code_too_long")]
    [TestCase("00 24 01 01 08 31323334 34333231", "6A86", TestName = "Form_without_the_old_code")]
    [TestCase("00 24 00 07 08 31323334 34333231", "6A88", TestName = "Change_of_an_unknown_code")]
    [TestCase("00 24 00 02 10 3132333435363738 3837363534333231", "6982", TestName = "Code_de_deblocage_cannot_be_changed")]
    public void Refusals_cost_no_try(string command, string expected)
    {
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
        Assert.That(_terminal.Send("00 20 00 01 00"), Is.EqualTo("63C3"));
    }
}
