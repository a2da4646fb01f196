namespace CardConformance.Perf.Tests;

public sealed class FigureTests
{
    [TestCase(new double[] { 3 }, 3)]
    [TestCase(new double[] { 9, 1, 2 }, 2)]
    [TestCase(new double[] { 4, 1, 2, 9 }, 3)]
    public void Median_is_the_middle_one(double[] samples, double expected) =>
        Assert.That((Figures.Time with { Samples = samples }).Median, Is.EqualTo(expected));

    [Test]
    public void Ratio_is_the_median_of_the_rounds_ratios_and_not_the_ratio_of_the_medians()
    {
        Figure figure = Figures.Ratio with { Samples = [10, 20, 60], Beside = [10, 40, 50] };
        Assert.That(figure.Ratio, Is.EqualTo(1.0));
        Assert.That((figure.Median, figure.BesideMedian), Is.EqualTo((20.0, 40.0)));
    }

    [Test]
    public void A_machine_that_slows_down_both_leaves_the_ratio_as_it_is()
    {
        Figure figure = Figures.Ratio with { Samples = [100, 10, 50], Beside = [200, 20, 100] };
        Assert.That((figure.Ratio, figure.Noise), Is.EqualTo((0.5, 0.0)));
    }

    [Test]
    public void Noise_is_half_the_distance_between_the_rounds() =>
        Assert.That(Figures.Time.Noise, Is.EqualTo(3.0 / 60).Within(1e-12));

    [TestCase(new double[] { 0, 0, 0 }, 0)]
    [TestCase(new double[] { 0, 0, 8 }, 0.5)]
    public void Noise_of_what_is_mostly_nothing_is_a_number(double[] samples, double expected) =>
        Assert.That((Figures.Bytes with { Samples = samples }).Noise, Is.EqualTo(expected));

    [Test]
    public void Without_anything_beside_it_there_is_no_ratio() =>
        Assert.That((Figures.Time.Ratio, Figures.Time.BesideMedian), Is.EqualTo(((double?)null, (double?)null)));

    [TestCase(49.9, true)]
    [TestCase(50, true)]
    [TestCase(50.1, false)]
    public void Most_that_a_time_may_be(double nanoseconds, bool reached) =>
        Assert.That((Figures.Time with { Samples = [nanoseconds] }).Reached, Is.EqualTo(reached));

    [TestCase(94, false)]
    [TestCase(95, true)]
    [TestCase(200, true)]
    public void Least_that_a_ratio_may_be(double ours, bool reached) =>
        Assert.That((Figures.Ratio with { Samples = [ours], Beside = [100] }).Reached, Is.EqualTo(reached));

    [Test]
    public void Without_a_goal_nothing_is_reached_or_missed() => Assert.That((Figures.Time with { Goal = null }).Reached, Is.Null);

    [TestCase("APDU/s", true)]
    [TestCase("activations/min", true)]
    [TestCase("ns", false)]
    [TestCase("bytes per card", false)]
    public void Of_rates_more_is_better(string unit, bool expected) =>
        Assert.That((Figures.Time with { Goal = null, Unit = unit }).MoreIsBetter, Is.EqualTo(expected));

    [Test]
    public void A_goal_says_itself_which_way_is_better() =>
        Assert.That((Figures.Time with { Unit = "parts", Goal = new(2, AtLeast: true, OfRatio: false) }).MoreIsBetter, Is.True);
}
