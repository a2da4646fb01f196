using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>run</c>: what it refuses, and what it tells the test runner. That it runs features is what features show.</summary>
public sealed class RunCommandTests
{
    [TestCase("--workers: a whole number from 1 to 16 is expected, found \"0\".", "--workers", "0", TestName = "No_worker")]
    [TestCase("--workers: a whole number from 1 to 16 is expected, found \"17\".", "--workers", "17", TestName = "One_worker_too_many")]
    [TestCase("--workers: a whole number from 1 to 16 is expected, found \"two\".", "--workers", "two", TestName = "Workers_in_words")]
    [TestCase("Required argument missing for option: '--workers'.", "--workers", TestName = "Workers_without_number")]
    [TestCase("--seed: a whole number from 0 to 2147483647 is expected, found \"-1\".", "--seed", "-1", TestName = "Negative_seed")]
    [TestCase("--seed: a whole number from 0 to 2147483647 is expected, found \"2147483648\".", "--seed", "2147483648", TestName = "Seed_too_large")]
    [TestCase("Required argument missing for option: '--tag'.", "--tag", TestName = "Tag_without_value")]
    [TestCase("Unrecognized command or argument '--label'.", "--label", "A_01", TestName = "Unknown_option")]
    [TestCase("--tags \"A_01 or\": a tag is expected after \"or\"", "--tags", "A_01 or", TestName = "Half_an_expression")]
    [TestCase("--tags \"Z_*\": no scenario is tagged Z_*; tags there are: A_01, ", "--tags", "Z_*", TestName = "Tags_that_nothing_has")]
    [TestCase("--tags \"A_01 and A_19\": no scenario has such tags.", "--tags", "A_01 and A_19", TestName = "Tags_that_nothing_has_together")]
    [TestCase("--tag and --tags say the same in two ways: give one of them.", "--tag", "A_01", "--tags", "A_01", TestName = "Both_ways_to_limit")]
    [TestCase("--also: there is no folder /nowhere.", "--also", "/nowhere", TestName = "Folder_that_is_not_there")]
    public async Task Mistakes_are_answered_with_a_sentence(string expected, params string[] arguments)
    {
        ProgramResult result = await CardConformanceProgram.RunAsync(["run", .. arguments]);
        Assert.That(result.Errors, Does.StartWith(expected));
        Assert.That(result.Errors, Does.Not.Contain("   at "));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty, "nothing was begun");
    }

    [TestCase("A_99")]
    [TestCase("a_01")]
    [TestCase("")]
    public async Task Unknown_requirement_is_answered_with_the_known_ones(string unknown)
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("run", "--tag", Requirement.All[0].Id, "--tag", unknown);
        Assert.That(
            result.Errors,
            Is.EqualTo($"There is no requirement {unknown}; there are {string.Join(", ", Requirement.All.Select(requirement => requirement.Id))}.\n"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty, "nothing was begun");
    }

    [Test]
    public async Task Help_lists_the_options()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("run", "--help");
        Assert.That(result.ExitCode, Is.Zero);
        foreach (string option in new[] { "--workers <N>", "--seed <N>", "--tag <ID>", "--tags <EXPRESSION>", "--shuffle", "--also <FOLDER>", "--trx <FOLDER>" })
        {
            Assert.That(result.Output, Does.Contain(option));
        }
    }

    [Test]
    public async Task Help_lists_the_commands()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("--help");
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("  card ").And.Contain("  run ").And.Contain("  report <run>").And.Contain("  screens ").And.Contain("  steps "));
    }

    [Test]
    public async Task Features_of_another_folder_are_looked_at_before_anything_runs()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-also-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "essai.feature"),
                """
                # language: fr
                Fonctionnalité: Essai

                  @A_01 @A_99
                  Scénario: Un essai
                    Étant donné un médecin dont la carte est dans le lecteur
                    Quand il se connecte sur le portail avec sa carte
                    Alors il voit l'écran "Votre espace"

                """.ReplaceLineEndings("\n"));
            ProgramResult result = await CardConformanceProgram.RunAsync("run", "--also", folder.FullName);
            Assert.That(result.Errors, Does.Contain("essai.feature:4: @A_99 is in no line of fixtures/requirements.csv\n"));
            Assert.That(result.Errors, Does.Contain("essai.feature:7: l'étape « Quand il se connecte sur le portail avec sa carte » n'existe pas ; "
                + "les plus proches : « Quand il se connecte au portail avec sa carte »"));
            Assert.That(result.Errors, Does.Contain("essai.feature:8: l'écran « Votre espace » n'existe pas ; écrans connus : "));
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Output, Is.Empty, "nothing was begun");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Runner_gets_workers_filter_and_folder() =>
        Assert.That(
            FeatureRunner.TestArguments("features.dll", 3, "TestCategory=A_01|TestCategory=A_07", new DirectoryInfo("/results")),
            Is.SupersetOf(
            [
                "features.dll", "TestCategory=A_01|TestCategory=A_07", "NUnit.NumberOfTestWorkers=3", "trx;LogFileName=features.trx", "/results",
            ]));

    [Test]
    public void Runner_gets_no_filter_when_everything_is_to_run() =>
        Assert.That(FeatureRunner.TestArguments("features.dll", 2, filter: null, trx: null), Has.None.EqualTo("--filter").And.None.EqualTo("--logger"));

    [Test]
    public async Task Runner_that_finds_nothing_to_run_has_not_succeeded()
    {
        string[] arguments = FeatureRunner.TestArguments(FeatureProject.Program, 2, "TestCategory=Z_99", trx: null);
        ProgramResult result = await new ProgramRun("dotnet", arguments).RunAsync();
        Assert.That(result.Text, Does.Contain("No test matches the given testcase filter `TestCategory=Z_99`"));
        Assert.That(result.ExitCode, Is.Not.Zero);
    }
}
