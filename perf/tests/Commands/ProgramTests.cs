using System.Diagnostics;
using System.Runtime.InteropServices;
using CardConformance.Harness.Middleware;
using CardConformance.Perf.Commands;

namespace CardConformance.Perf.Tests.Commands;

/// <summary>The program as the process that it is.</summary>
public sealed partial class ProgramTests
{
    private const int SigInt = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CardConformance.Perf.dll");

    [Test]
    public async Task Unknown_measurement_is_answered_with_the_known_ones()
    {
        ProgramResult result = await RunAsync("--only", "nonsense");
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        Assert.That(result.Errors, Is.EqualTo($"There is no measurement \"nonsense\"; there are {string.Join(", ", Measurements.All.Select(known => known.Name))}.\n"));
    }

    [Test]
    public async Task Lists_every_measurement()
    {
        ProgramResult result = await RunAsync("list");
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(Measurements.All.Where(known => !result.Output.Contains(known.Question, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Hands_arguments_on_to_BenchmarkDotNet()
    {
        ProgramResult result = await RunAsync("benchmarks", "--", "--list", "flat");
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("CardConformance.Perf.Benchmarks.VerifyBenchmarks.Verify"));
    }

    [Test]
    public async Task Ctrl_C_ends_it_in_the_middle_of_a_round()
    {
        // Whoever starts the tests in the background lets them ignore Ctrl-C, and all that they start.
        using Process process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, "--only", "in-process"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            string? line;
            do
            {
                line = await process.StandardError.ReadLineAsync().WaitAsync(Limit);
            }
            while (line?.Contains("round 1", StringComparison.Ordinal) == false);
            Assert.That(line, Is.Not.Null, "it never began a round");
            Assert.That(Kill(process.Id, SigInt), Is.Zero);
            await process.WaitForExitAsync().WaitAsync(Limit);
            Assert.That(await process.StandardError.ReadToEndAsync(), Does.EndWith("Stopped. Nothing was written.\n"));
            Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Configuration));
        }
        finally
        {
            process.Kill();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private static Task<ProgramResult> RunAsync(params string[] arguments) => new ProgramRun("dotnet", [Program, .. arguments]).RunAsync();
}
