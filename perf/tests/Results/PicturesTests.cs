using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class PicturesTests
{
    [Test]
    public void One_of_ours_beside_several_others_is_one_group()
    {
        BarGroup group = Draw(Figures.Ratio, Figures.Ratio with { Id = "other", BesideName = "vicc", Beside = [5_000, 5_000, 5_000], Goal = null }).Single().Chart.Groups.Single();
        Assert.That(group.Bars.Select(bar => (bar.Label, bar.Value)), Is.EqualTo(
            new[] { ("CardConformance", 29_000.0), ("a trivial card in C", 30_000), ("vicc", 5_000) }));
        Assert.That(group.Goals.Single(), Is.EqualTo(new BarGoal(28_500, AtLeast: true)), "95 % of the card in C");
    }

    [Test]
    public void Each_unit_has_its_picture() =>
        Assert.That(string.Join(' ', Draw(Figures.Ratio, Figures.Time).Select(picture => picture.File)), Is.EqualTo("results-scripted-apdu-per-s.svg results-scripted-ns.svg"));

    [Test]
    public void One_unit_needs_no_name() => Assert.That(Draw(Figures.Time).Single().File, Is.EqualTo("results-scripted.svg"));

    [Test]
    public void What_is_nothing_or_has_nothing_beside_it_is_not_drawn() =>
        Assert.That(Draw(Figures.Bytes, Figures.Time with { Goal = null }), Is.Empty);

    private static IReadOnlyList<(string File, BarChart Chart)> Draw(params Figure[] figures) =>
        Pictures.Of(new(new ScriptedMeasurement("scripted", () => figures), figures, TimeSpan.Zero));
}
