using CardConformance.Perf.Throughput;

namespace CardConformance.Perf.Tests;

/// <summary>Each measurement, for a moment: what it measures is right, and what it says can be printed, kept and compared. Never how fast it was.</summary>
[NonParallelizable]
public sealed class MeasurementTests
{
    private static readonly Pace Moment = new(Rounds: 1, TimeSpan.FromMilliseconds(100), IsFull: false);

    [TestCaseSource(nameof(Names))]
    public async Task Answers_rightly_and_tells_figures(string name)
    {
        // That of whole activations plays fewer scenarios here: those with the card are played for it at the end of every run of all tests.
        IMeasurement measurement = name == "activations" ? new ActivationsMeasurement("B_01") : Measurements.All.Single(known => known.Name == name);
        if (measurement.MissingCapability is { } missing)
        {
            Assert.Ignore(missing);
        }

        IReadOnlyList<Figure> figures = await measurement.MeasureAsync(Moment, TestContext.Out, CancellationToken.None);
        Assert.That(figures, Is.Not.Empty);
        Assert.That(figures.Select(figure => figure.Id), Is.Unique.And.All.Match("^[a-z0-9-]+$"));
        foreach (Figure figure in figures)
        {
            Assert.That(figure.Samples, Is.Not.Empty.And.All.Not.Negative.And.All.LessThan(double.PositiveInfinity), figure.Id);
            Assert.That(figure.Beside, Is.Empty.Or.Count.EqualTo(figure.Samples.Count).And.All.Positive, figure.Id);
            Assert.That(figure.BesideName is null, Is.EqualTo(figure.Beside.Count == 0), figure.Id);
            Assert.That(figure.Goal?.OfRatio == true && figure.Ratio is null, Is.False, $"{figure.Id}: a goal of a ratio without one");
        }
    }

    [Test]
    public void Names_are_those_of_a_command_line() => Assert.That(Names(), Is.Unique.And.All.Match("^[a-z][a-z0-9-]*$"));

    [Test]
    public void Questions_are_questions() => Assert.That(Measurements.All.Select(measurement => measurement.Question), Has.All.EndsWith("?").And.All.Not.Contains("\n"));

    private static IEnumerable<string> Names() => Measurements.All.Select(measurement => measurement.Name);
}
