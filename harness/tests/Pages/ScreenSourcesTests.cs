using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Pages;

/// <summary><c>fixtures/screens.json</c> says what the guides say, word for word.</summary>
public sealed class ScreenSourcesTests
{
    private static readonly Dictionary<string, string> Guides = new()
    {
        ["S001"] = "Saisissez ce code d'ajout sur votre ordinateur",
        ["S002"] = "<Carte CPS>",
    };

    [Test]
    public void Screens_say_what_the_guides_say() =>
        Assert.That(new ScreenSources(GuideTexts.ById).Check(File.ReadAllText(Path.Combine(Repository.Fixtures, "screens.json"))), Is.Empty);

    [Test]
    public void There_are_screens_and_guides_to_compare()
    {
        Assert.That(Screen.All, Is.Not.Empty);
        Assert.That(GuideTexts.ById, Is.Not.Empty);
        Assert.That(GuideTexts.ById.Values, Has.None.Empty);
    }

    [TestCase("Saisissez ce code d'ajout", "S001", TestName = "Part_of_a_text")]
    [TestCase("Carte CPS", "S002", TestName = "Marks_around_a_button")]
    [TestCase("Saisissez ce code\\n d'ajout", "S001", TestName = "White_space_is_not_a_word")]
    [TestCase("Nos mots", "ours", TestName = "Our_own_words")]
    [TestCase("Les mots d'un autre document", "D4.2", TestName = "Section_about_facts")]
    public void Faithful_screen_is_accepted(string text, string source) => Assert.That(Check(text, source), Is.Empty);

    [TestCase("Saisissez le code d'ajout", "S001", "Écran: \"Saisissez le code d'ajout\" stands in none of its sources", TestName = "One_word_changed")]
    [TestCase("saisissez ce code", "S001", "Écran: \"saisissez ce code\" stands in none of its sources", TestName = "Small_letter_for_a_capital")]
    [TestCase("Saisissez ce code d’ajout", "S001", "Écran: \"Saisissez ce code d’ajout\" stands in none of its sources", TestName = "Another_apostrophe")]
    [TestCase("Carte CPS", "S999", "Écran: there is no source S999", TestName = "Source_that_does_not_exist")]
    [TestCase("Carte CPS", "our", "Écran: there is no source our", TestName = "Mistyped_source")]
    [TestCase("Carte CPS", "S002\", \"S001", "Écran: none of its words stand in S001: Saisissez ce code d'ajout sur votre ordinateur", TestName = "Source_that_gives_no_word")]
    [TestCase("Carte CP", "ours\", \"S001", "Écran: none of its words stand in S001: Saisissez ce code d'ajout sur votre ordinateur", TestName = "Source_that_gives_no_word_beside_ours")]
    public void Unfaithful_screen_is_named(string text, string sources, string complaint) =>
        Assert.That(Check(text, sources), Does.Contain(complaint));

    [Test]
    public void Screen_without_source_is_named() =>
        Assert.That(
            new ScreenSources(Guides).Check("""{ "screens": [ { "title": "Écran", "texts": [], "sources": [] } ] }"""), Is.EqualTo(["Écran: no source"]));

    private static IReadOnlyList<string> Check(string text, string sources) =>
        new ScreenSources(Guides).Check($$"""{ "screens": [ { "title": "Écran", "texts": ["{{text}}"], "sources": ["{{sources}}"] } ] }""");
}
