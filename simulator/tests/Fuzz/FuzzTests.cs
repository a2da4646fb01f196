using CardConformance.Fuzz;

namespace CardConformance.Simulator.Tests.Fuzz;

public sealed class FuzzTests
{
    private const long Commands = 10_000_000;

    /// <summary>Other commands in each run; a failure prints the seed, and the few commands that it takes.</summary>
    [Test]
    public void Ten_million_commands_break_no_rule()
    {
        var run = new FuzzRun(NewCards, TestContext.CurrentContext.Random.NextUInt());
        (FuzzStatistics sent, FuzzFailure? failure) = run.Run(Commands, CancellationToken.None);
        Assert.That(failure, Is.Null, $"{failure}");
        Assert.That(sent.Commands, Is.GreaterThanOrEqualTo(Commands));
        Assert.That(sent.NeverSeen, Is.Empty, "every command got every answer that it may get");
    }

    [TestCase(FuzzCardKind.Contact)]
    [TestCase(FuzzCardKind.Cps4Failing)]
    public void A_seed_decides_everything_but_random_answers(object kind)
    {
        var sent = new FuzzStatistics[2];
        for (int i = 0; i < sent.Length; i++)
        {
            sent[i] = new FuzzStatistics();
            Assert.That(new CardLife(NewCards(), sent[i]).Run((FuzzCardKind)kind, seed: 7), Is.Null);
        }

        Assert.That(sent[0].Table(), Is.EqualTo(sent[1].Table()));
    }

    private static FuzzCards NewCards() => new(TestCards.NewModels());
}
