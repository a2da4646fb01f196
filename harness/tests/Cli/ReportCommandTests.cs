using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Certification;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>report</c> as the process that it is.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly RecordedRun _run = new(runnerExitCode: 1);

    public void Dispose() => _run.Dispose();

    [Test]
    public async Task Report_is_made_again_from_what_a_run_left_behind()
    {
        _run.Pass("a", "A_01");
        _run.Fail("b", "faux");
        ProgramResult result = await CardConformanceProgram.RunAsync("report", _run.Folder.Path);
        string report = In("report", "index.html");
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Output, Is.EqualTo($"{report}\n"));
        Assert.That(result.ExitCode, Is.Zero, "the report was made, whatever it says");
        Assert.That(File.ReadAllText(report), Does.Contain("NON CONFORME"));
        Assert.That(File.ReadAllText(In("report", "index.en.html")), Does.Contain("NOT CONFORMING"));
        Assert.That(File.ReadAllText(In("junit.xml")), Does.Contain("failures=\"1\""));
        Assert.That(File.ReadAllText(In("results.trx")), Does.Contain("failed=\"1\""));
        Assert.That(File.ReadAllText(In("messages.ndjson")), Does.EndWith("}\n").And.Contain("\"status\":\"FAILED\""));
    }

    [Test]
    public async Task Report_of_a_killed_run_shows_what_there_is()
    {
        _run.Pass("a", "A_01");
        _run.Kill("b");
        await File.AppendAllTextAsync(Path.Combine(_run.Folder.Scenarios, "b", "events.ndjson"), "{\"kind\":\"pict");
        await File.AppendAllTextAsync(Path.Combine(_run.Folder.Scenarios, "b", "apdu.txt"), "# 2026-03-02T09:3");
        ProgramResult result = await CardConformanceProgram.RunAsync("report", _run.Folder.Path);
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.ExitCode, Is.Zero);
        foreach (string file in new[] { In("report", "index.html"), In("junit.xml"), In("results.trx"), In("messages.ndjson") })
        {
            Assert.That(File.ReadAllText(file), Does.Contain("Le scénario a été interrompu."), file);
        }

        Assert.That(File.ReadAllText(In("report", "index.html")), Does.Contain("INACHEVÉ"));
    }

    [Test]
    public async Task Run_that_is_not_there()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("report", In("missing"));
        Assert.That(result.Errors, Does.StartWith($"There is no run {In("missing")}: neither a folder, nor a name below ").And.EndWith("nor \"last\".\n"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public Task Folder_of_something_else() => RefusesAsync(_run.Folder.Scenarios, "it holds no run.json.");

    [Test]
    public Task Folder_whose_description_is_torn()
    {
        File.WriteAllText(In("run.json"), "{\"started\":\"2026-0");
        return RefusesAsync(_run.Folder.Path, "run.json");
    }

    [Test]
    public Task Folder_without_scenarios()
    {
        Directory.Delete(_run.Folder.Scenarios);
        return RefusesAsync(_run.Folder.Path, "scenarios");
    }

    [Test]
    public async Task Nothing_to_report_on()
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("report");
        Assert.That(result.Errors, Does.StartWith("Required argument missing for command: 'report'."));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    private string In(params string[] names) => Path.Combine([_run.Folder.Path, .. names]);

    private static async Task RefusesAsync(string folder, string reason)
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("report", folder);
        Assert.That(result.Errors, Does.StartWith($"{folder} is not the folder of a run: ").And.Contain(reason));
        Assert.That(result.Errors.TrimEnd('\n'), Does.Not.Contain("\n"), "one sentence, no stack");
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }
}
