using CardConformance.Perf.Benchmarks;

namespace CardConformance.Perf.Tests.Benchmarks;

public sealed class WarmUpTests
{
    [Test]
    public void Ends_at_the_limit_at_the_latest() =>
        Assert.That(WarmUp.Run([typeof(ParseBenchmarks)], TimeSpan.Zero, CancellationToken.None), Is.False);

    [Test]
    public void Ends_when_it_is_told_to() =>
        Assert.That(() => WarmUp.Run([typeof(ParseBenchmarks)], TimeSpan.MaxValue, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void Wrong_answers_are_not_called_again() =>
        Assert.That(() => WarmUp.Run([typeof(FailingBenchmarks)], TimeSpan.MaxValue, CancellationToken.None), Throws.InvalidOperationException);
}
