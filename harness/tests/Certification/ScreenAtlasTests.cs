using System.Xml.Linq;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>The atlas shows each screen that a run came to, and names the others.</summary>
public sealed class ScreenAtlasTests : IDisposable
{
    private readonly RecordedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Test]
    public void Screen_is_shown_with_its_picture_words_and_sources()
    {
        Record("A_07-a", passed: true, "connexion-aucune-carte", "image");
        ScreenAtlas atlas = Make();
        XElement article = Page(atlas).Descendants("article").Single();
        Screen screen = atlas.Seen.Single();
        Assert.That(screen.Id, Is.EqualTo("connexion-aucune-carte"));
        Assert.That((string?)article.Attribute("id"), Is.EqualTo(screen.Id));
        Assert.That((string?)article.Descendants("img").Single().Attribute("src"), Is.EqualTo("connexion-aucune-carte.png"));
        foreach (string words in screen.Texts.Concat(screen.Next).Append(screen.Cause).Append(screen.Contact!).Append("S028 : Vérifiez que").Append("nos mots"))
        {
            Assert.That(article.Value, Does.Contain(words));
        }
    }

    [Test]
    public void Screens_that_the_run_did_not_come_to_are_named_at_the_end()
    {
        Record("A_07-a", passed: true, "connexion-aucune-carte", "image");
        ScreenAtlas atlas = Make();
        XElement missing = Page(atlas).Descendants("section").Last();
        Assert.That((string?)missing.Attribute("class"), Is.EqualTo("missing"));
        Assert.That(missing.Descendants("li").Select(item => item.Element("code")!.Value), Is.EqualTo(Screen.All.Select(screen => screen.Id).Where(id => id != "connexion-aucune-carte")));
    }

    [Test]
    public void Picture_of_a_scenario_that_passed_comes_first_and_lies_beside_the_page()
    {
        Record("A_01-a", passed: false, "accueil", "wrong");
        Record("A_07-b", passed: true, "accueil", "right");
        string file = Make().Write();
        Assert.That(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "accueil.png")), Is.EqualTo("right"));
    }

    [Test]
    public void Screen_recognised_on_a_picture_that_was_kept_before_counts()
    {
        using ScenarioEvidence evidence = _run.Begin("A_01-a", "A_01");
        evidence.Add([1], "ordinateur", "Titre");
        evidence.Add([1], "ordinateur", "Titre");
        evidence.Add([1], "ordinateur", "Titre", "accueil");
        evidence.Add([1], "ordinateur", "Titre", "accueil");
        evidence.Add(RecordedRun.Step(1));
        evidence.End(new ScenarioEnded(true, null));
        IReadOnlyList<PictureTaken> pictures = RunResult.Load(_run.Folder).Scenarios.Single().Steps.Single().Pictures;
        Assert.That(pictures.Select(picture => (picture.File, picture.Screen)), Is.EqualTo([("01-ordinateur.png", null), ("01-ordinateur.png", "accueil")]));
    }

    private static XElement Page(ScreenAtlas atlas) => XDocument.Parse(atlas.Make()["<!DOCTYPE html>\n".Length..]).Root!;

    private ScreenAtlas Make() => new(RunResult.Load(_run.Folder));

    private void Record(string id, bool passed, string screen, string picture)
    {
        using ScenarioEvidence evidence = _run.Begin(id, id[..4]);
        evidence.Add(System.Text.Encoding.UTF8.GetBytes(picture), "ordinateur", "Titre", screen);
        evidence.Add(RecordedRun.Step(1));
        evidence.End(new ScenarioEnded(passed, passed ? null : "échec"));
    }
}
