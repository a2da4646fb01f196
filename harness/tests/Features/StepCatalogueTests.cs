using CardConformance.Harness.Features;

namespace CardConformance.Harness.Tests.Features;

/// <summary>The catalogue of phrases, and what is said of a step that is in none.</summary>
public sealed class StepCatalogueTests
{
    private static readonly StepCatalogue Real = StepCatalogue.Load();

    private static readonly StepLint Lint = new(Real);

    private static IEnumerable<string> Paths => FeatureFiles.All().Select(file => file.Path);

    [TestCaseSource(nameof(Paths))]
    public void Steps_of_a_feature_are_known_once_and_name_what_there_is(string path) =>
        Assert.That(Lint.Check(path, File.ReadAllText(Path.Combine(Repository.Root, path))), Is.Empty);

    [Test]
    public void Each_phrase_has_an_example() =>
        Assert.That(Real.Phrases.Where(phrase => phrase.Example is null).Select(phrase => phrase.Text), Is.Empty);

    [Test]
    public void Every_binding_is_read() => Assert.That(
        Real.Phrases,
        Has.Count.EqualTo(Directory.EnumerateFiles(Path.Combine(FeatureFiles.Folder, "Steps"), "*.cs").SelectMany(File.ReadLines)
            .Count(line => line.TrimStart().StartsWith("[Given(", StringComparison.Ordinal)
                || line.TrimStart().StartsWith("[When(", StringComparison.Ordinal) || line.TrimStart().StartsWith("[Then(", StringComparison.Ordinal))));

    [Test]
    public void Phrase_is_read_with_its_types_and_can_be_read_by_people()
    {
        StepPhrase[] phrases =
        [
            .. StepCatalogue.ReadBindings(
                "EssaiSteps",
                """
                    [Given(@"^(.+) dont la carte est ""(.*)""$")]
                    [When(@"^(?:il|elle) est connectée? depuis (\d+) (secondes?|minutes?)$")]
                    // Comment.
                    public async Task DoAsync(Role role, string? card = null) =>
                """.ReplaceLineEndings("\n")),
        ];
        Assert.That(phrases.Select(phrase => (phrase.Keyword, phrase.Method, phrase.Text)), Is.EqualTo(
        [
            ("Étant donné", "EssaiSteps.DoAsync", "<rôle> dont la carte est \"<texte>\""),
            ("Quand", "EssaiSteps.DoAsync", "il/elle est connecté(e) depuis <rôle> <seconde(s)/minute(s)>"),
        ]));
        Assert.That(phrases[0].ValuesIn("un médecin dont la carte est \"perdue\""), Is.EqualTo([("Role", "un médecin"), ("string", "perdue")]));
    }

    [TestCase("Quand il se conecte au portail avec sa carte", "les plus proches : « Quand il se connecte au portail avec sa carte »")]
    [TestCase("Quand elle se connecte au portail avec la carte", "les plus proches : « Quand il se connecte au portail avec sa carte »")]
    [TestCase("Alors il se connecte au portail avec sa carte", "n'existe pas, mais « Quand il se connecte au portail avec sa carte », si")]
    [TestCase("Quand zzz", "n'existe pas ; voir la liste des phrases dans features/README.md")]
    public void Unknown_step_is_answered_with_the_nearest(string step, string answer) =>
        Assert.That(Check($"Soit un médecin dont la carte est dans le lecteur\n{step}"), Has.One.Items.And.One.StartsWith("f:6: l'étape « ").And.One.Contains(answer));

    [Test]
    public void Unknown_person_and_screen_are_named_with_the_known_ones() => Assert.That(
        Check("Soit un medecin dont la carte est dans le lecteur\nAlors il voit l'écran \"Portail\"", "Et il voit l'écran \"<x>\"\nExemples:\n| x |\n| Accueil |"),
        Has.Exactly(3).Items
            .And.One.StartsWith("f:5: le rôle « un medecin » n'existe pas ; rôles connus : « un médecin »")
            .And.One.StartsWith("f:6: l'écran « Portail » n'existe pas ; écrans connus : ")
            .And.One.StartsWith("f:7: l'écran « Accueil » n'existe pas ; écrans connus : "));

    [Test]
    public void Step_that_two_phrases_claim_is_named()
    {
        var lint = new StepLint(new StepCatalogue([new("Quand", "^il entre$", [], "A.B"), new("Quand", "^(.+) entre$", ["string"], "A.C")]));
        Assert.That(lint.Check("f", Feature("Quand il entre")), Is.EqualTo(["f:5: l'étape « il entre » a plusieurs sens : « il entre », « <texte> entre »"]));
    }

    private static IReadOnlyList<string> Check(params string[] steps) => Lint.Check("f", Feature(string.Join('\n', steps)));

    private static string Feature(string steps) => $"# language: fr\nFonctionnalité: F\n@A_01\nScénario: S\n{steps}";
}
