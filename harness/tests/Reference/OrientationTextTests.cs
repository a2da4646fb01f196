using CardConformance.Reference.Orientation;

namespace CardConformance.Harness.Tests.Reference;

/// <summary>The decision tree before an activation leads everybody to an advice.</summary>
public sealed class OrientationTextTests
{
    [Test]
    public void Every_way_ends_at_an_advice_and_none_goes_in_a_circle() => Assert.That(Walk(OrientationText.First, []), Has.Count.EqualTo(19));

    [Test]
    public void Page_that_does_not_exist_is_not_found() => Assert.That(OrientationText.Find("orientation-rien"), Is.Null);

    private static List<string> Walk(string page, IReadOnlyList<string> before)
    {
        Assert.That(before, Does.Not.Contain(page));
        OrientationText text = OrientationText.Find(page) ?? throw new AssertionException($"{page} does not exist");
        return text.Choices.Count == 0 ? [page] : [.. text.Choices.SelectMany(choice => Walk(choice.Next, [.. before, page]))];
    }
}
