namespace CardConformance.Simulator.Tests.Commands;

public sealed class GetChallengeTests
{
    private readonly CardTerminal _terminal = new();

    [Test]
    public void Gives_eight_bytes_that_change()
    {
        string[] answers = [.. Enumerable.Repeat("00 84 00 00 08", 3).Select(_terminal.Send)];
        Assert.That(answers, Is.Unique);
        Assert.That(answers, Has.All.Length.EqualTo(20));
        Assert.That(answers, Has.All.EndsWith("9000"));
    }

    [Test]
    public void Le_is_honoured()
    {
        Assert.That(_terminal.Send("00 84 00 00 04"), Has.Length.EqualTo(12).And.EndsWith("9000"));
        Assert.That(_terminal.Send("00 84 00 00 09"), Is.EqualTo("6C08"));
        Assert.That(_terminal.Send("00 84 00 00 00"), Is.EqualTo("6C08"));
    }

    [Test]
    public void Over_T1_too_large_an_Le_is_corrected_as_well()
    {
        _terminal.UseT1();
        Assert.That(_terminal.Send("00 84 00 00 09"), Is.EqualTo("6C08"));
    }

    [Test]
    public void No_challenge_comes_twice() =>
        Assert.That(Enumerable.Repeat("00 84 00 00 08", 1000).Select(_terminal.Send), Is.Unique);

    [TestCase("00 84 00 01 08", "6A86", TestName = "Unknown_parameter")]
    [TestCase("00 84 00 00 01 00", "6700", TestName = "Challenge_with_data")]
    public void Refuses(string command, string expected) => Assert.That(_terminal.Send(command), Is.EqualTo(expected));
}
