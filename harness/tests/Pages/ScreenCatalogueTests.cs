using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>The catalogue of screens is whole: no page is missing in it, no screen is only on paper, no text of the guides is forgotten.</summary>
public sealed class ScreenCatalogueTests
{
    private static IEnumerable<string> Ids => Screen.All.Select(screen => screen.Id);

    [Test]
    public void Ids_and_names_are_given_once() => Assert.Multiple(() =>
    {
        Assert.That(Ids, Is.Unique);
        Assert.That(Screen.All.Select(screen => screen.Name), Is.Unique);
    });

    [Test]
    public void Each_page_of_the_reference_is_a_screen() => Assert.That(InOne(ReferencePages.Ids.Except(Ids)), Is.Empty, "fixtures/screens.json lacks them");

    [Test]
    public void Each_screen_is_a_page_of_the_reference() => Assert.That(InOne(Ids.Except(ReferencePages.Ids)), Is.Empty, "the reference has no such page");

    [Test]
    public void Each_screen_is_reached_by_a_scenario() =>
        Assert.That(InOne(Screen.All.Where(screen => !ReachedScreens.Names.Contains(screen.Name)).Select(screen => screen.Id)), Is.Empty, "no scenario comes there");

    [Test]
    public void Each_text_of_the_guides_is_used_or_left_out_for_a_reason() => Assert.Multiple(() =>
    {
        HashSet<string> used = [.. Screen.All.SelectMany(screen => screen.Sources)];
        IEnumerable<string> all = GuideText.All.Select(text => text.Id);
        Assert.That(InOne(all.Where(id => !used.Contains(id) && !GuideText.LeftOut.ContainsKey(id))), Is.Empty, "no screen uses them, and fixtures/sources/unused.csv does not say why");
        Assert.That(InOne(GuideText.LeftOut.Keys.Where(used.Contains)), Is.Empty, "a screen uses them: what fixtures/sources/unused.csv says is not true any more");
    });

    [Test]
    public void What_is_left_out_exists_and_has_a_reason() => Assert.Multiple(() =>
    {
        Assert.That(GuideText.LeftOut.Keys, Is.SubsetOf(GuideText.All.Select(text => text.Id)));
        Assert.That(GuideText.LeftOut.Values, Has.None.Empty);
    });

    // NUnit shows only the first ten of a list.
    private static string InOne(IEnumerable<string> ids) => string.Join(", ", ids);
}
