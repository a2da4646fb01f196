using System.Globalization;
using System.Xml.Linq;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class BarChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Says_aloud_what_it_shows()
    {
        XElement svg = Draw(new BarGroup("one reader", [new("ours & co", 200, IsOurs: true), new("a card in C", 100, IsOurs: false)], [new(95, AtLeast: true)]));
        Assert.That(svg.Name, Is.EqualTo(Svg + "svg"));
        Assert.That((string?)svg.Attribute("role"), Is.EqualTo("img"));
        Assert.That(svg.Element(Svg + "title")!.Value, Is.EqualTo("pcsc"));
        Assert.That(svg.Element(Svg + "desc")!.Value, Is.EqualTo("one reader: ours & co 200 APDU/s, a card in C 100 APDU/s; goal at least 95."));
        Assert.That(
            (string?)svg.Attribute("aria-labelledby"),
            Is.EqualTo($"{(string?)svg.Element(Svg + "title")!.Attribute("id")} {(string?)svg.Element(Svg + "desc")!.Attribute("id")}"));
    }

    [Test]
    public void Follows_light_and_dark() =>
        Assert.That(Draw(Group(1, 2)).Element(Svg + "style")!.Value, Does.Contain("prefers-color-scheme: dark"));

    [Test]
    public void Lengths_are_in_proportion()
    {
        double[] lengths = Lengths(Draw(Group(200, 100)));
        Assert.That(lengths[1], Is.EqualTo(lengths[0] / 2).Within(0.1));
    }

    [Test]
    public void A_goal_beyond_the_bars_stays_within_the_picture()
    {
        XElement svg = Draw(new BarGroup("one", [new("ours", 10, IsOurs: true)], [new(40, AtLeast: true)]));
        Assert.That(Number(svg.Element(Svg + "line")!, "x1"), Is.LessThanOrEqualTo(Number(svg, "width") - 1));
        Assert.That(Lengths(svg)[0], Is.LessThan(Number(svg, "width") / 3));
    }

    [Test]
    public void Same_factors_have_the_same_length_where_values_are_far_apart()
    {
        double[] lengths = Lengths(Draw(Group(10_000, 1_000, 100)));
        Assert.That(lengths[0] - lengths[1], Is.EqualTo(lengths[1] - lengths[2]).Within(0.2));
        Assert.That(lengths[2], Is.GreaterThan(4), "the shortest can be seen");
    }

    [Test]
    public void Nothing_lies_outside_and_no_line_is_longer_than_the_widest_letters_allow()
    {
        XElement svg = Draw(
            new BarGroup(string.Join(' ', Enumerable.Repeat("Wandsworth", 20)), [new(string.Join(' ', Enumerable.Repeat("MMMM", 30)), 5, IsOurs: true)], []),
            Group(3));
        double width = Number(svg, "width");
        double height = Number(svg, "height");
        Assert.That(svg.Elements(Svg + "rect").Select(rect => (rect.Attribute("x") is null ? 0 : Number(rect, "x")) + Number(rect, "width")), Has.All.LessThanOrEqualTo(width));
        Assert.That(svg.Elements(Svg + "text").Select(text => Number(text, "y")), Has.All.LessThan(height));
        Assert.That(svg.Elements(Svg + "text").Select(text => text.Value.Length), Has.All.LessThanOrEqualTo(53));
        Assert.That(svg.Elements(Svg + "text").Select(text => text.Value.Count(char.IsUpper)), Has.All.LessThanOrEqualTo(41));
        Assert.That((string?)svg.Attribute("viewBox"), Is.EqualTo(string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")));
    }

    private static BarGroup Group(params double[] values) => new("group", [.. values.Select((value, index) => new Bar($"bar {index}", value, index == 0))], []);

    private static XElement Draw(params BarGroup[] groups) => XElement.Parse(new BarChart("pcsc", "How fast?", "APDU/s", groups).ToSvg());

    // The first rectangle is the background.
    private static double[] Lengths(XElement svg) => [.. svg.Elements(Svg + "rect").Skip(1).Select(bar => Number(bar, "width"))];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
