using System.Text.RegularExpressions;
using CardConformance.Harness.Biting;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Features;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Targets;
using CardConformance.Reference;

namespace CardConformance.Harness.Tests.Biting;

/// <summary>The seeded defects: file, names and code say the same, and none gets in by accident.</summary>
public sealed partial class SeededDefectTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "harness", "reference");

    [Test]
    public void File_names_the_defects_of_the_reference_and_no_others() =>
        Assert.That(Of(DefectiveProduct.Reference).Select(defect => defect.Name), Is.EquivalentTo(Defects.ByName.Keys));

    [Test]
    public void File_names_the_checks_that_the_example_service_can_be_without_and_no_others() =>
        Assert.That(Of(DefectiveProduct.Service).Select(defect => defect.Check), Is.EquivalentTo(ExampleService.Removable));

    [Test]
    public void Names_are_there_once() => Assert.That(SeededDefect.All.Select(defect => defect.Name), Is.Unique);

    [Test]
    public void Service_is_wrong_about_nothing_but_what_is_played_against_services()
    {
        foreach (string requirement in Of(DefectiveProduct.Service).SelectMany(defect => defect.Requirements).Distinct())
        {
            Assert.That(ScenariosOf(requirement).Any(tags => tags.Contains("service")), Is.True, requirement);
        }
    }

    [Test]
    public void Each_defect_says_by_which_words_it_shows() =>
        Assert.That(SeededDefect.All.SelectMany(defect => defect.Seen.Values), Has.All.Length.GreaterThan(10));

    [Test]
    public void Each_defect_breaks_requirements_that_have_scenarios()
    {
        foreach (string requirement in SeededDefect.All.SelectMany(defect => defect.Requirements).Distinct())
        {
            Assert.That(ScenariosOf(requirement), Is.Not.Empty, requirement);
        }
    }

    [Test]
    public void Each_defect_stands_at_exactly_one_place_of_the_code()
    {
        string[] used =
        [
            .. Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
                .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(use => use.Groups[1].Value)),
        ];
        Assert.That(used, Is.EquivalentTo(Enum.GetNames<Defect>()));
    }

    [Test]
    public void Each_base_requirement_of_a_product_has_a_defect()
    {
        string[] expected = [.. Requirement.All.Where(requirement => requirement.Level == Level.Base).Select(requirement => requirement.Id)];
        string[] broken = [.. SeededDefect.All.SelectMany(defect => defect.Requirements).Distinct()];
        Assert.That(broken, Is.EquivalentTo(expected));
    }

    [Test]
    public void Sentences_are_there_once_in_each_language()
    {
        Assert.That(SeededDefect.All.Select(defect => defect.French), Is.Unique.And.All.EndsWith("."));
        Assert.That(SeededDefect.All.Select(defect => defect.English), Is.Unique.And.All.EndsWith("."));
    }

    [Test]
    public void Target_with_a_defect_is_the_reference_with_one_more_argument()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-defect-");
        try
        {
            SeededDefect defect = SeededDefect.All[0];
            var target = Target.Load(defect.WriteTarget(folder.FullName));
            var reference = Target.Load(Target.ReferenceFile);
            Assert.That(target.Start!.Arguments, Is.EqualTo([.. reference.Start!.Arguments, $"--defect={defect.Name}"]));
            Assert.That(target.Name, Is.EqualTo(reference.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Only_the_command_line_makes_a_reference_defective()
    {
        List<string> mistakes = [];
        Assert.That(Defects.Read([], mistakes).Name, Is.Null);
        Assert.That(Defects.Read(["--defect=qr-code-outlives-its-time"], mistakes).Has(Defect.QrCodeOutlivesItsTime), Is.True);
        Assert.That(Defects.Read(["--defect=qr-code-outlives-its-time"], mistakes).Has(Defect.SmsSentTwice), Is.False);
        Assert.That(mistakes, Is.Empty);
    }

    [TestCase("écran attendu : « Carte expirée » ; vu : « Votre espace personnel »", true)]
    [TestCase("écran attendu : « Carte expirée » ; vu : « Carte expirée »", false)]
    [TestCase("« Votre espace personnel » au lieu de l'écran « Carte expirée »", false)]
    [TestCase("", false)]
    public void Failure_has_all_its_words_in_their_order(string message, bool isSeen)
    {
        var defect = new SeededDefect("a-defect", new Dictionary<string, string> { ["A_09"] = "« Carte expirée » … « Votre espace personnel »" }, "", "");
        Assert.That(defect.IsSeenIn(message, "A_09"), Is.EqualTo(isSeen));
        Assert.That(defect.IsSeenIn(message, "A_10"), Is.False, "that requirement is not broken");
    }

    [TestCase("")]
    [TestCase("Qr-Code-Outlives-Its-Time")]
    [TestCase("11")]
    public void Unknown_name_is_refused_with_the_known_ones(string name)
    {
        List<string> mistakes = [];
        Assert.That(Defects.Read([$"--defect={name}"], mistakes).Name, Is.Null);
        Assert.That(mistakes.Single(), Is.EqualTo($"--defect: one of {string.Join(", ", Defects.ByName.Keys)} is expected, found \"{name}\"."));
    }

    private static IEnumerable<SeededDefect> Of(DefectiveProduct product) => SeededDefect.All.Where(defect => defect.Product == product);

    private static IReadOnlyList<string>[] ScenariosOf(string requirement) =>
        [.. FeatureFiles.All().SelectMany(file => ScenarioTags.In(file.Text)).Where(tags => tags.Contains(requirement))];

    [GeneratedRegex(@"\bHas\(Defect\.(\w+)\)")]
    private static partial Regex Use();
}
