using CardConformance.Harness.Biting;
using CardConformance.Harness.Blaming;

namespace CardConformance.Harness.Tests.Biting;

/// <summary>When a defect counts as caught, and what is said of it.</summary>
public sealed class BiteTests
{
    private const string Message = "écran attendu : « Fin » ; vu : « Début »";

    private static readonly SeededDefect Defect = NewDefect("a-defect");

    [Test]
    public void Each_requirement_needs_a_scenario_of_its_own_that_blames_the_product()
    {
        Assert.That(With(Red(Blame.Product, "A_01"), Red(Blame.Product, "B_01")).IsCaught, Is.True);
        Assert.That(With(Red(Blame.Product, "A_01", "B_01")).IsCaught, Is.True);
        Assert.That(Outcomes(With(Red(Blame.Product, "A_01"))), Is.EqualTo([BiteOutcome.Caught, BiteOutcome.Unclaimed]));
        Assert.That(Outcomes(With(Red(Blame.Product, "A_01"), Red(Blame.Harness, "B_01"))), Is.EqualTo([BiteOutcome.Caught, BiteOutcome.OtherReason]));
        Assert.That(Outcomes(With(Red(Blame.Configuration, "A_01", "B_01"))), Has.All.EqualTo(BiteOutcome.OtherReason));
        Assert.That(Outcomes(With(Red(Blame.Product, "A_02"))), Has.All.EqualTo(BiteOutcome.Unclaimed));
        Assert.That(With().IsCaught, Is.False);
    }

    [Test]
    public void Failure_for_another_reason_does_not_count()
    {
        BittenScenario a = Red(Blame.Product, "A_01");
        BittenScenario b = Red(Blame.Product, "B_01");
        Assert.That(Outcomes(With(a, b with { Message = "écran attendu : « Fin », qui n'est pas venu" })), Is.EqualTo([BiteOutcome.Caught, BiteOutcome.OtherReason]));
        Assert.That(Outcomes(With(a, b with { PassesWithout = false })), Is.EqualTo([BiteOutcome.Caught, BiteOutcome.OtherReason]));
        Assert.That(With(a, b with { PassesWithout = false }, b).IsCaught, Is.True, "one that counts is enough");
    }

    [Test]
    public void Green_scenarios_miss_it_and_those_that_were_not_played_say_nothing()
    {
        Bite green = With() with { Played = [new("A_01-un-scenario", "Un scénario", ["A_01"])] };
        Assert.That(Outcomes(green), Is.EqualTo([BiteOutcome.Missed, BiteOutcome.Unclaimed]));
        Assert.That(green.Outcome, Is.EqualTo(BiteOutcome.Unclaimed), "the worst one");
        Assert.That(Outcomes(green with { Problem = "Rien ne démarre." }), Has.All.EqualTo(BiteOutcome.NotPlayed));
    }

    [Test]
    public void Matrix_grows_defect_by_defect_and_is_shown_when_it_has_all()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-bite-");
        try
        {
            Assert.That(BiteMatrix.Of("1.0+abc", folder.FullName), Is.Null);
            BiteMatrix matrix = new("1.0+abc", [], []);
            matrix.Write(folder.FullName);
            foreach (SeededDefect defect in SeededDefect.All.Reverse())
            {
                Assert.That(BiteMatrix.LastOf("1.0+abc", folder.FullName), Is.Null, $"{defect.Name} was not tried");
                matrix = matrix.With(Caught(defect));
                matrix.Write(folder.FullName);
                matrix = BiteMatrix.Of("1.0+abc", folder.FullName)!;
            }

            BiteMatrix? last = BiteMatrix.LastOf("1.0+abc", folder.FullName);
            Assert.That(last!.Bites.Select(bite => bite.Defect.Name), Is.EqualTo(SeededDefect.All.Select(defect => defect.Name)));
            Assert.That(last.Caught, Is.EqualTo(SeededDefect.All.Count));
            Assert.That(BiteMatrix.LastOf("1.0+abd", folder.FullName), Is.Null, "another version");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void What_could_not_be_played_is_left_and_what_is_tried_again_counts_instead()
    {
        SeededDefect first = SeededDefect.All[0];
        BiteMatrix matrix = Complete();
        BiteMatrix broken = matrix.With(Caught(first) with { Red = [], Problem = "Rien ne démarre." });
        Assert.That(matrix.Left, Is.Empty);
        Assert.That(broken.Left, Is.EqualTo([first]));
        Assert.That(broken.With(Caught(first)).Left, Is.Empty);
        Assert.That(matrix.LeftToTry(whole: true), Is.EqualTo(SeededDefect.All), "they were played until one was caught");
    }

    [Test]
    public void Requirement_is_played_again_without_defects_until_all_of_it_passes()
    {
        BiteMatrix matrix = Complete().With([new(DefectiveProduct.Reference, "A_01", DateTimeOffset.UnixEpoch, ["A_01-a"], ["A_01-b"])]);
        Assert.That(matrix.HasGreen(DefectiveProduct.Reference, "A_01"), Is.False);
        matrix = matrix.With([new(DefectiveProduct.Reference, "A_01", DateTimeOffset.UnixEpoch, ["A_01-a", "A_01-b"], [])]);
        Assert.That(matrix.HasGreen(DefectiveProduct.Reference, "A_01"), Is.True);
        Assert.That(matrix.HasGreen(DefectiveProduct.Service, "A_01"), Is.False);
        Assert.That(matrix.Controls, Has.Count.EqualTo(1));
    }

    [Test]
    public void Scenario_that_catches_nothing_is_named()
    {
        SeededDefect defect = SeededDefect.All[0];
        var idle = new PlayedScenario("A_01-un-scenario-oisif", "Un scénario oisif", ["A_01"]);
        Bite caught = Caught(defect);
        Assert.That(Complete().With(caught with { Played = [.. caught.Played, idle] }).Idle, Is.EqualTo([idle]));
        Assert.That(
            Complete().With(caught with { Played = [.. caught.Played, idle], Red = [.. caught.Red, Red(Blame.Product, "A_01") with { Id = idle.Id, PassesWithout = false }] }).Idle,
            Is.EqualTo([idle]),
            "red for another reason is no catch");
    }

    [Test]
    public void Page_says_in_both_languages_what_was_missed_and_why()
    {
        BiteMatrix matrix = new(
            "1.0+abc",
            [With(Red(Blame.Product, "A_01"), Red(Blame.Product, "B_01") with { Message = "tout autre chose" }) with { Played = [new("A_01-oisif", "Un scénario oisif", ["A_01"])] }],
            []);
        string french = new BitePage(matrix, BiteTexts.French).Make();
        Assert.That(french, Does.Contain("0 défaut trouvé sur 1<").And.Contain("✘ B_01 en échec pour une autre raison, qui ne compte pas")
            .And.Contain("ne compte pas, attendu : « Fin » … « Début »").And.Contain("tout autre chose").And.Contain("Un scénario oisif").And.Contain("Essai partiel")
            .And.Contain("Scénarios joués avec un défaut : 1 ; sans en trouver : 1"));
        string english = new BitePage(matrix, BiteTexts.English).Make();
        Assert.That(english, Does.Contain("0 of 1 defect found").And.Contain("✘ B_01 red for another reason, which does not count").And.Contain("A part only"));
        Assert.That(french + english, Does.Not.Contain("http"), "works offline");
    }

    [TestCase(0, "0 défaut trouvé sur 51")]
    [TestCase(1, "1 défaut trouvé sur 51")]
    [TestCase(2, "2 défauts trouvés sur 51")]
    public void Number_agrees(int caught, string words) => Assert.That(BiteTexts.French.Count(caught, 51), Is.EqualTo(words));

    private static BiteOutcome[] Outcomes(Bite bite) => [.. bite.Defect.Requirements.Select(bite.OutcomeOf)];

    private static SeededDefect NewDefect(string name) =>
        new(name, new Dictionary<string, string> { ["A_01"] = "« Fin » … « Début »", ["B_01"] = "« Fin » … « Début »" }, "Un défaut.", "A defect.");

    private static BittenScenario Red(Blame blame, params string[] requirements) => new("un-scenario", "Un scénario", requirements, blame, Message, PassesWithout: true);

    private static Bite With(params BittenScenario[] red) => new(Defect, DateTimeOffset.UnixEpoch, 1, Whole: false, [], red);

    private static Bite Caught(SeededDefect defect) => new(
        defect,
        DateTimeOffset.UnixEpoch,
        1,
        Whole: false,
        [.. defect.Requirements.Select(requirement => new PlayedScenario(requirement, "Un scénario", [requirement]))],
        [.. defect.Seen.Select(seen => new BittenScenario(seen.Key, "Un scénario", [seen.Key], Blame.Product, seen.Value, PassesWithout: true))]);

    private static BiteMatrix Complete() => SeededDefect.All.Aggregate(new BiteMatrix("1.0+abc", [], []), (matrix, defect) => matrix.With(Caught(defect)));
}
