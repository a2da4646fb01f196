using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Certification;

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
    [TestCase("Unrecognized command or argument '--tags'.", "--tags", "A_01", TestName = "Unknown_option")]
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
        foreach (string option in new[] { "--workers <N>", "--seed <N>", "--tag <ID>", "--trx <FOLDER>" })
        {
            Assert.That(result.Output, Does.Contain(option));
        }
    }

    [Test]
    public async Task Help_lists_the_commands()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("--help");
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("  card ").And.Contain("  run ").And.Contain("  report <folder>"));
    }

    [Test]
    public void Runner_gets_workers_requirements_and_folder() =>
        Assert.That(
            RunCommand.TestArguments(RecordedRun.Info with { Workers = 3, Tags = ["A_01", "A_07"] }, new DirectoryInfo("/results")),
            Is.SupersetOf(
            [
                "TestCategory=A_01|TestCategory=A_07", "NUnit.NumberOfTestWorkers=3", "trx;LogFileName=features.trx", "/results",
            ]));

    [Test]
    public void Runner_gets_no_filter_when_everything_is_to_run() =>
        Assert.That(RunCommand.TestArguments(RecordedRun.Info, trx: null), Has.None.EqualTo("--filter").And.None.EqualTo("--logger"));

    [Test]
    public async Task Runner_that_finds_nothing_to_run_has_not_succeeded()
    {
        string[] arguments = RunCommand.TestArguments(RecordedRun.Info with { Tags = ["Z_99"] }, trx: null);
        ProgramResult result = await new ProgramRun("dotnet", arguments).RunAsync();
        Assert.That(result.Text, Does.Contain("No test matches the given testcase filter `TestCategory=Z_99`"));
        Assert.That(result.ExitCode, Is.Not.Zero);
    }
}
