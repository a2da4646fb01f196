using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class SurveyTests
{
    [Test]
    public async Task One_that_fails_does_not_keep_the_others_from_being_asked()
    {
        IReadOnlyList<Answer> answers = await AskAsync(
            new("wrong", () => throw new InvalidOperationException("6700 came")),
            new("disposed", () => throw new ObjectDisposedException("socket")),
            new("crashed", () => throw new IOException("no more files")),
            new("missing", () => throw new AssertionException("asked although it cannot")) { MissingCapability = "softhsm2 is not installed" },
            new("right", () => [Figures.Time]));
        Assert.That(answers.Select(answer => answer.WhyNone), Is.EqualTo(
            new[] { "answered wrongly: 6700 came", "crashed: System.ObjectDisposedException: Cannot access a disposed object.", "crashed: System.IO.IOException: no more files", "not measured: softhsm2 is not installed", null }));
        Assert.That(answers[4].Figures.Single().Id, Is.EqualTo(Figures.Time.Id));
        Assert.That(answers[2].Defect, Does.Contain(nameof(AskAsync)).Or.Contain("MeasureAsync"), "with its place");
    }

    [Test]
    public async Task Wrong_answers_of_several_cards_at_once_are_wrong_answers()
    {
        IReadOnlyList<Answer> answers = await AskAsync(
            new("several", () => throw new AggregateException(new InvalidOperationException("6700 came"), new InvalidOperationException("6A82 came"))),
            new("mixed", () => throw new AggregateException(new InvalidOperationException("6700 came"), new IOException())));
        Assert.That(answers[0].Wrong, Is.EqualTo("6700 came"));
        Assert.That(answers[1].Defect, Is.Not.Null);
    }

    [Test]
    public void Ctrl_C_is_no_defect_of_what_was_being_measured()
    {
        using var stop = new CancellationTokenSource();
        var measurement = new ScriptedMeasurement("stopped", () =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        Assert.That(async () => await Survey.AskAsync([measurement], Pace.Short, TextWriter.Null, stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Says_what_it_is_at()
    {
        var progress = new StringWriter();
        await Survey.AskAsync([new ScriptedMeasurement("one", () => []), new ScriptedMeasurement("two", () => [])], Pace.Short, progress, CancellationToken.None);
        Assert.That(progress.ToString(), Is.EqualTo("… one (1 of 2): How fast is one?\n  0 s\n… two (2 of 2): How fast is two?\n  0 s\n"));
    }

    private static Task<IReadOnlyList<Answer>> AskAsync(params ScriptedMeasurement[] measurements) =>
        Survey.AskAsync(measurements, Pace.Short, TextWriter.Null, CancellationToken.None);
}
