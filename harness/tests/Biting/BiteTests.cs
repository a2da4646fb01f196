using CardConformance.Harness.Biting;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Tests.Biting;

/// <summary>When a defect counts as caught, and what is said of it.</summary>
public sealed class BiteTests
{
    private static readonly SeededDefect Defect = new("a-defect", ["A_01", "B_01"], "Un défaut.", "A defect.");

    [Test]
    public void Each_requirement_needs_a_scenario_of_its_own_that_blames_the_product()
    {
        Assert.That(With(Red(Blame.Product, "A_01"), Red(Blame.Product, "B_01")).IsCaught, Is.True);
        Assert.That(With(Red(Blame.Product, "A_01", "B_01")).IsCaught, Is.True);
        Assert.That(With(Red(Blame.Product, "A_01")).Missed, Is.EqualTo(["B_01"]));
        Assert.That(With(Red(Blame.Product, "A_01"), Red(Blame.Harness, "B_01")).Missed, Is.EqualTo(["B_01"]));
        Assert.That(With(Red(Blame.Configuration, "A_01", "B_01")).Missed, Is.EqualTo(["A_01", "B_01"]));
        Assert.That(With(Red(Blame.Product, "A_02")).Missed, Is.EqualTo(["A_01", "B_01"]));
        Assert.That(With().IsCaught, Is.False);
    }

    [Test]
    public void Last_matrix_of_the_same_version_is_the_one_that_counts()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-bite-");
        try
        {
            Write(folder, "1", Whole("1.0+abc", hour: 1));
            Write(folder, "2", Whole("1.0+abc", hour: 2));
            Write(folder, "3", Whole("1.0+abd", hour: 3));
            Write(folder, "4", Whole("1.0+abc", hour: 4) with { Bites = [With()] });
            BiteMatrix? last = BiteMatrix.LastOf("1.0+abc", folder.FullName);
            Assert.That(last!.Started.Hour, Is.EqualTo(2), "the fourth is not of all defects");
            Assert.That(last.Bites[0].Red[0].Blame, Is.EqualTo(Blame.Product));
            Assert.That(BiteMatrix.LastOf("1.0+abe", folder.FullName), Is.Null);
            Assert.That(BiteMatrix.LastOf("1.0+abc", Path.Combine(folder.FullName, "nowhere")), Is.Null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Page_says_what_was_missed_in_both_languages()
    {
        BiteMatrix matrix = Whole("1.0+abc", hour: 1) with { Bites = [With(Red(Blame.Product, "A_01"), Red(Blame.Harness, "B_01"))], Idle = ["Un scénario oisif"] };
        string french = new BitePage(matrix, BiteTexts.French).Make();
        Assert.That(french, Does.Contain("0 défaut trouvé sur 1").And.Contain("✘ non trouvé : B_01").And.Contain("– harnais").And.Contain("Un scénario oisif").And.Contain("Essai partiel"));
        string english = new BitePage(matrix, BiteTexts.English).Make();
        Assert.That(english, Does.Contain("0 of 1 defect found").And.Contain("✘ missed: B_01").And.Contain("– harness").And.Contain("A part only"));
        Assert.That(french + english, Does.Not.Contain("http"), "works offline");
    }

    private static BittenScenario Red(Blame blame, params string[] requirements) => new("Un scénario", requirements, blame);

    private static Bite With(params BittenScenario[] red) => new(Defect, red, red.Length, 1);

    private static BiteMatrix Whole(string version, int hour) => new(
        version,
        new(2026, 1, 1, hour, 0, 0, TimeSpan.Zero),
        60,
        Whole: false,
        [.. SeededDefect.All.Select(defect => new Bite(defect, [new("Un scénario", defect.Requirements, Blame.Product)], 1, 1))],
        Idle: null);

    private static void Write(DirectoryInfo folder, string name, BiteMatrix matrix) => matrix.Write(folder.CreateSubdirectory(name).FullName);
}
