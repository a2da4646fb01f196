using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class FigureTextTests
{
    [TestCase(29_512.6, "29,513")]
    [TestCase(146.4, "146")]
    [TestCase(47.34, "47.3")]
    [TestCase(6.957, "6.96")]
    [TestCase(0.0421, "0.0421")]
    [TestCase(0, "0")]
    public void Number_has_the_digits_that_say_something(double value, string expected) => Assert.That(FigureText.Number(value), Is.EqualTo(expected));

    [TestCase(0.9718, "97.2 %")]
    [TestCase(1.4, "140 %")]
    [TestCase(1_345.2, "× 1,345")]
    public void Ratio(double value, string expected) => Assert.That(FigureText.Ratio(value), Is.EqualTo(expected));

    [Test]
    public void Goal_is_a_bound()
    {
        Assert.That(FigureText.Goal(Figures.Ratio), Is.EqualTo("≥ 95 %"));
        Assert.That(FigureText.Goal(Figures.Time), Is.EqualTo("≤ 50 ns"));
        Assert.That(FigureText.Goal(Figures.Bytes), Is.EqualTo("0 bytes"));
        Assert.That(FigureText.Goal(Figures.Time with { Goal = null }), Is.EqualTo("–"));
    }

    [Test]
    public void Missed_goal_says_by_how_much()
    {
        Assert.That(FigureText.Reached(Figures.Ratio), Is.EqualTo("yes"));
        Assert.That(FigureText.Reached(Figures.Time), Is.EqualTo("missed by 20 %"));
        Assert.That(FigureText.Reached(Figures.Ratio with { Samples = [27_000], Beside = [30_000] }), Is.EqualTo("missed by 5 points"));
        Assert.That(FigureText.Reached(Figures.Bytes with { Samples = [24] }), Is.EqualTo("missed by 24 bytes"));
        Assert.That(FigureText.Reached(Figures.Time with { Goal = null }), Is.EqualTo("–"));
    }

    [Test]
    public void Noise_stands_where_it_is_known()
    {
        Assert.That(FigureText.Measured(Figures.Time), Is.EqualTo("60 ns ± 5 %"));
        Assert.That(FigureText.Measured(Figures.Time with { Samples = [60] }), Is.EqualTo("60 ns"));
        Assert.That(FigureText.Measured(Figures.Ratio), Is.EqualTo("29,000 APDU/s"), "the ratio has it");
    }

    [Test]
    public void Ratio_says_to_what_and_how_sure()
    {
        Assert.That(FigureText.Beside(Figures.Ratio), Is.EqualTo("96.7 % ± 1.9 % of a trivial card in C (30,000 APDU/s)"));
        Assert.That(FigureText.Beside(Figures.Ratio with { Samples = [27_000], Beside = [30_000] }), Is.EqualTo("90 % of a trivial card in C (30,000 APDU/s)"));
        Assert.That(FigureText.Beside(Figures.Time), Is.EqualTo("–"));
    }
}
