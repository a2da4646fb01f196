using CardConformance.Harness;
using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Tests;

/// <summary>What <c>run-tests.sh</c> without a command makes of the measurements at its end.</summary>
public sealed class WholeRunTests : IDisposable
{
    private static readonly UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cardconformance-whole-");

    public void Dispose() => _root.Delete(recursive: true);

    [Test]
    public async Task Measurements_come_last_and_are_not_counted()
    {
        ProgramResult result = await RunAsync(failedTests: 0, perf: 0);
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.EndWith("── perf\nthe table\n\n16 passed, 0 failed, 4 skipped\n"));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task Wrong_answer_or_crash_fails_the_run_and_the_last_line_stays_the_last(int perf)
    {
        ProgramResult result = await RunAsync(failedTests: 0, perf);
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.EndWith("\n16 passed, 0 failed, 4 skipped\n"));
        Assert.That(result.Errors, Does.Contain("perf did not end well"));
    }

    [Test]
    public async Task Right_measurements_save_no_failed_test() => Assert.That((await RunAsync(failedTests: 1, perf: 0)).ExitCode, Is.EqualTo(1));

    // The script in a folder of its own, in which the .NET SDK only leaves the results that a run would: four parts of five tests, one of them skipped.
    private async Task<ProgramResult> RunAsync(int failedTests, int perf)
    {
        File.Copy(Path.Combine(Repository.Root, "run-tests.sh"), Path.Combine(_root.FullName, "run-tests.sh"));
        Directory.CreateDirectory(Path.Combine(_root.FullName, "harness", "node_modules"));
        string list = Path.Combine(_root.FullName, "harness", "package-lock.json");
        await File.WriteAllTextAsync(list, "{}");
        File.SetLastWriteTimeUtc(list, DateTime.UtcNow.AddDays(-1));
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "harness", "node_modules", ".package-lock.json"), "{}");
        string dotnet = Path.Combine(_root.FullName, "dotnet");
        await File.WriteAllTextAsync(
            dotnet,
            $$"""
            #!/bin/sh
            leave() {
                echo '<ResultSummary outcome="Completed"><Counters total="5" executed="4" passed="{{4 - failedTests}}" failed="{{failedTests}}" />' > "artifacts/results/$1.trx"
            }
            case "$*" in
                test*) leave "$(echo "$2" | tr / -)" ;;
                *"harness/src -- run"*) leave features ;;
                *"--project perf -- "*) echo "the table"; exit 9 ;;
                *"--project perf --"*) echo "the table"; exit {{perf}} ;;
            esac
            """);
        File.SetUnixFileMode(dotnet, Runnable);
        return await new ProgramRun(Path.Combine(_root.FullName, "run-tests.sh"))
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{_root.FullName}:{Environment.GetEnvironmentVariable("PATH")}" },
        }.RunAsync();
    }
}
