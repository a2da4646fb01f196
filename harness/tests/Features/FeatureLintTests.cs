using CardConformance.Harness.Certification;
using CardConformance.Harness.Features;

namespace CardConformance.Harness.Tests.Features;

/// <summary>Every feature file keeps the rules, and each rule finds what it is there for.</summary>
public sealed class FeatureLintTests
{
    private const string Path = "features/essai.feature";

    // Lines 1 and 2; what a test case gives begins at line 3.
    private const string Head = "# language: fr\nFonctionnalité: Activer son e-CPS\n";

    private static readonly FeatureLint Lint = new(new HashSet<string> { "A_01", "A_07" });

    private static IEnumerable<string> Paths => FeatureFiles.All().Select(file => file.Path);

    [TestCaseSource(nameof(Paths))]
    public void Feature_keeps_the_rules(string path)
    {
        var lint = new FeatureLint(Requirement.All.Select(requirement => requirement.Id).ToHashSet());
        Assert.That(lint.Check(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path))), Is.Empty);
    }

    [Test]
    public void There_are_features() => Assert.That(Paths, Is.Not.Empty);

    [TestCase("@A_01\nScénario: S\nSoit un médecin", TestName = "One_step")]
    [TestCase("\nLe médecin a sa carte, et personne d'autre.\n\n@A_01\nScénario: S\nSoit un médecin", TestName = "Prose_below_the_feature")]
    [TestCase("Règle: R\n@A_01\nScénario: S\nSoit un médecin", TestName = "Rule")]
    [TestCase("Contexte:\nSoit un médecin\n@A_01 @lent\nExemple: S\nQuand il entre", TestName = "Contexte_of_the_feature")]
    [TestCase("@A_01\nPlan du scénario: S\nSoit <qui>\nExemples:\n| qui |\n| un médecin |", TestName = "Outline")]
    [TestCase("Plan du scénario: S\nSoit <qui>\n@A_01\nExemples:\n| qui |\n| un médecin |", TestName = "Requirement_of_examples")]
    [TestCase("@A_01\nScénario: S\nSoit un\n* deux\n* trois\n* quatre\n* cinq\n* six\n* sept\n* huit\n* neuf\n* dix", TestName = "Ten_steps")]
    public void Accepted(string body) => Assert.That(Lint.Check(Path, Head + body), Is.Empty);

    [TestCase("Fonctionnalité: F", 1, "the first line has to be \"# language: fr\"", TestName = "No_language")]
    [TestCase("# language: en\nFeature: F", 1, "the first line has to be \"# language: fr\"", TestName = "Another_language")]
    [TestCase("\n# language: fr\nFonctionnalité: F", 1, "the first line has to be \"# language: fr\"", TestName = "Language_not_first")]
    [TestCase("# language: fr\n", 2, "unexpected end of file", TestName = "No_feature")]
    [TestCase("# language: fr\nFonctionnalité: F\n", 2, "there is no scenario", TestName = "No_scenario")]
    [TestCase(Head + "@A_01\nScénario: S\nSoit un\nQuant il entre", 6, "got 'Quant il entre'", TestName = "Mistyped_keyword_after_a_step")]
    public void File_that_is_no_French_feature_is_named(string text, int line, string problem) => AssertFound(Lint.Check(Path, text), line, problem);

    [TestCase("Règle: R\nContexte:\nSoit un\n@A_01\nScénario: S\nSoit deux", 4, "SpecFlow drops this Contexte", TestName = "Contexte_in_a_rule")]
    [TestCase("@A_07\nRègle: R\n@A_01\nScénario: S\nSoit deux", 3, "SpecFlow drops @A_07", TestName = "Tag_of_a_rule")]
    public void What_SpecFlow_drops_is_named(string body, int line, string problem) => AssertFound(Check(body), line, problem);

    [TestCase("Scénario: S\nSoit un", 3, "\"S\" has no tag of a requirement", TestName = "No_tag")]
    [TestCase("@lent\nScénario: S\nSoit un", 4, "\"S\" has no tag of a requirement", TestName = "Only_another_tag")]
    [TestCase("Règle: R\nScénario: S\nSoit un", 4, "\"S\" has no tag of a requirement", TestName = "No_tag_in_a_rule")]
    [TestCase("@A_01 @A_99\nScénario: S\nSoit un", 3, "@A_99 is in no line of fixtures/requirements.csv", TestName = "Requirement_that_does_not_exist")]
    [TestCase("@a_01\nScénario: S\nSoit un", 3, "@a_01 is in no line of fixtures/requirements.csv", TestName = "Small_letter")]
    [TestCase("@A_1\nScénario: S\nSoit un", 3, "@A_1 is in no line of fixtures/requirements.csv", TestName = "One_figure")]
    [TestCase("@A_01\nPlan du scénario: S\nSoit <x>\n@A_08\nExemples:\n| x |\n| y |", 6, "@A_08 is in no line", TestName = "Unknown_requirement_of_examples")]
    [TestCase("@A_01\nScénario: S\nSoit un\n@A_01,A_07\nScénario: T\nSoit un", 6, "@A_01,A_07 holds a character", TestName = "Comma")]
    [TestCase("@A_01 @très-lent\nScénario: S\nSoit un", 3, "@très-lent holds a character", TestName = "Hyphen")]
    [TestCase("@A_01 @a+b\nScénario: S\nSoit un", 3, "@a+b holds a character", TestName = "Plus")]
    [TestCase("@A_01 @!a\nScénario: S\nSoit un", 3, "@!a holds a character", TestName = "Exclamation_mark")]
    public void Mistake_in_tags_is_named(string body, int line, string problem) => AssertFound(Check(body), line, problem);

    [Test]
    public void Scenario_of_somebody_else_needs_no_requirement_but_names_none_that_does_not_exist()
    {
        var lint = new FeatureLint(new HashSet<string> { "A_01" }, ofOthers: true);
        Assert.That(lint.Check(Path, Head + "@maison\nScénario: S\nSoit un"), Is.Empty);
        AssertFound(lint.Check(Path, Head + "@A_99\nScénario: S\nSoit un"), 3, "@A_99 is in no line");
    }

    [Test]
    public void Tag_on_the_feature_is_named() =>
        AssertFound(
            Lint.Check(Path, "# language: fr\n@A_01\nFonctionnalité: F\n@A_01\nScénario: S\nSoit un"),
            2,
            "@A_01 stands on the feature, where reports do not see it");

    [TestCase("@A_01\nScénario: S", 4, "\"S\" has no step", TestName = "No_step")]
    [TestCase("@A_01\nScénario: S\n\n@A_01\nScénario: T\nSoit un", 4, "\"S\" has no step", TestName = "No_step_before_another_scenario")]
    [TestCase(
        "@A_01\nScénario: S\nSoit un\n* deux\n* trois\n* quatre\n* cinq\n* six\n* sept\n* huit\n* neuf\n* dix\n* onze",
        4,
        "\"S\" has 11 steps, Contexte included",
        TestName = "Eleven_steps")]
    [TestCase(
        "Contexte:\nSoit un\n* deux\n@A_01\nScénario: S\n* trois\n* quatre\n* cinq\n* six\n* sept\n* huit\n* neuf\n* dix\n* onze",
        7,
        "\"S\" has 11 steps, Contexte included",
        TestName = "Nine_steps_and_two_before_them")]
    [TestCase("@A_01\nPlan du scénario: S\nSoit <x>", 4, "\"S\" has no Exemples", TestName = "Outline_without_examples")]
    [TestCase("@A_01\nPlan du scénario: S\nSoit <x>\nExemples:\n| x |", 6, "these Exemples of \"S\" have no row", TestName = "Examples_without_a_row")]
    public void Scenario_that_is_too_short_or_too_long_is_named(string body, int line, string problem) => AssertFound(Check(body), line, problem);

    [TestCase("@A_01\nScénario: S\n\nÉtantdonné un\nQuand il entre", 6, "\"Étantdonné un\" is no step", TestName = "First_step")]
    [TestCase("@A_01\nScénario: S\n\n    Soi un\n    Quant il\nAlors oui", 7, "\"Quant il\" is no step", TestName = "Second_of_two_steps")]
    [TestCase("@A_01\nScénario: S\nSelon le guide.\nSoit un", 5, "\"Selon le guide.\" is no step", TestName = "Prose_in_a_scenario")]
    [TestCase("Contexte:\nSoi un\nSoit deux\n@A_01\nScénario: S\nSoit un", 4, "\"Soi un\" is no step", TestName = "In_Contexte")]
    [TestCase("@A_01\nPlan du scénario: S\nSoit <x>\nExemples:\nl'un\n| x |\n| y |", 7, "\"l'un\" is no step", TestName = "In_Exemples")]
    [TestCase("Scenari: S\n\n@A_01\nScénario: S\nSoit un", 3, "\"Scenari: S\" looks like a keyword", TestName = "Scenario_below_the_feature")]
    [TestCase("Scénario S\n\n@A_01\nScénario: S\nSoit un", 3, "\"Scénario S\" looks like a keyword", TestName = "Colon_forgotten")]
    [TestCase("Cas nominal : S\n\n@A_01\nScénario: S\nSoit un", 3, "\"Cas nominal : S\" looks like a keyword", TestName = "Label_of_somebodys_own")]
    [TestCase("Prose.\n\nEtand donné un\n\n@A_01\nScénario: S\nSoit un", 5, "\"Etand donné un\" looks like a keyword", TestName = "Step_below_the_feature")]
    [TestCase("Et qu'il entre\n\n@A_01\nScénario: S\nSoit un", 3, "\"Et qu'il entre\" looks like a keyword", TestName = "Right_keyword_below_the_feature")]
    [TestCase("Règle: R\nContext :\nSoit un\n@A_01\nScénario: S\nSoit un", 4, "\"Context :\" looks like a keyword", TestName = "Contexte_below_a_rule")]
    public void Line_that_Gherkin_swallows_is_named(string body, int line, string problem) => AssertFound(Check(body), line, problem);

    [TestCase("Soit la page https://portail.example/connexion", "https://portail.example/connexion", TestName = "Address")]
    [TestCase("Soit la page www.esante.gouv.fr", "www.esante.gouv.fr", TestName = "Address_without_scheme")]
    [TestCase("Soit le serveur wallet.esw.esante.gouv.fr", "wallet.esw.esante.gouv.fr", TestName = "Host")]
    [TestCase("Soit le serveur localhost", "localhost", TestName = "This_machine")]
    [TestCase("Soit le serveur sur le port 8443", "port 8443", TestName = "Port")]
    [TestCase("Soit le serveur portail:80", "l:80", TestName = "Port_of_a_host")]
    [TestCase("Soit le serveur 10.0.0.1:8443", "1:8443", TestName = "Port_of_an_IP_address")]
    [TestCase("Soit le fichier /etc/hosts", "/etc/hosts", TestName = "Path")]
    [TestCase("Soit la page \"/activation\"", "/activation", TestName = "Path_of_a_page")]
    [TestCase("Soit le fichier ../fixtures", "../fixtures", TestName = "Path_upwards")]
    [TestCase("Soit le fichier fixtures/cards/medecin", "fixtures/cards/medecin", TestName = "Path_below")]
    [TestCase("Soit le fichier medecin.json", "medecin.json", TestName = "File")]
    [TestCase("Soit la commande 00 20 00 01", "00 20 00 01", TestName = "Command")]
    [TestCase("Soit la réponse 90 00", "90 00", TestName = "Response")]
    [TestCase("Soit la réponse 63C2", "63C2", TestName = "Status_word")]
    [TestCase("Soit l'octet 0x9f", "0x9f", TestName = "Marked_number")]
    [TestCase("Soit l'empreinte e828bd080f8025", "e828bd080f8025", TestName = "Long_number_in_small_letters")]
    [TestCase("Soit ceci\n| la réponse |\n| 6A82 |", "6A82", 7, TestName = "In_a_table")]
    [TestCase("Soit ceci\n\"\"\"\nla page /activation\n\"\"\"", "/activation", 6, TestName = "In_a_text")]
    public void Word_of_a_machine_is_named(string step, string word, int line = 5)
    {
        string body = $"@A_01\nScénario: S\n{step}";
        AssertFound(Check(body), line, $"a professional does not say \"{word}\"");
        Assert.That(Lint.Check("features/carte/essai.feature", Head + body), Is.Empty, "there it is the subject");
    }

    [Test]
    public void Word_of_a_machine_in_examples_is_named() =>
        AssertFound(
            Check("@A_01\nPlan du scénario: S\nSoit <x>\nExemples:\n| x |\n| un |\n| /activation |"), 9, "a professional does not say \"/activation\"");

    [TestCase("Soit un médecin, une infirmière et/ou un interne")]
    [TestCase("Soit le téléphone 06 12 34 56 78")]
    [TestCase("Soit le numéro 0 806 800 213")]
    [TestCase("Soit le mot de passe \"12a4\"")]
    [TestCase("Soit le mot de passe \"0000\"")]
    [TestCase("Soit le code d'ajout \"A28658\"")]
    [TestCase("Soit la date du 12/03/1985 à 10:30")]
    [TestCase("Soit l'écran \"Activation : Appairage du téléphone\"")]
    [TestCase("Soit la carte CPS3 d'une façade, ADELI ou RPPS")]
    [TestCase("Soit l'âge de <âge> ans, port de la blouse compris")]
    public void Words_of_a_professional_are_accepted(string step) => Assert.That(Check($"@A_01\nScénario: S\n{step}"), Is.Empty);

    private static IReadOnlyList<string> Check(string body) => Lint.Check(Path, Head + body);

    private static void AssertFound(IReadOnlyList<string> complaints, int line, string problem) =>
        Assert.That(complaints, Has.Some.StartsWith($"{Path}:{line}: ").And.Some.Contains(problem));
}
