using System.Text.RegularExpressions;
using CardConformance.Harness;
using CardConformance.Perf.Benchmarks;
using CardConformance.Perf.Commands;

namespace CardConformance.Perf.Tests;

/// <summary>What the READMEs say of measurements.</summary>
public sealed partial class ReadmeTests
{
    [TestCase("README.md")]
    [TestCase("perf/README.md")]
    public async Task Commands_and_their_options_exist(string file)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file));
        MatchCollection lines = Line().Matches(text);
        Assert.That(lines, Is.Not.Empty);
        foreach (Match line in lines)
        {
            string command = line.Groups["command"].Value;
            var help = new StringWriter();
            Assert.That(await PerfCommandLine.RunAsync(command.Length == 0 ? ["--help"] : [command, "--help"], Measurements.All, help, help), Is.Zero);
            foreach (Match option in Option().Matches(line.Groups["rest"].Value.Split(" -- ")[0]))
            {
                Assert.That(help.ToString(), Does.Match($"(?m)^  {option.Value}\\b"), line.Value);
            }
        }
    }

    [Test]
    public async Task Every_benchmark_class_stands_in_the_table()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "perf", "README.md"));
        Assert.That(InProcessMeasurement.Classes.Where(benchmarks => !text.Contains($"| `{benchmarks.Name}` |", StringComparison.Ordinal)), Is.Empty);
    }

    // In a block of lines to be typed, up to the comment.
    [GeneratedRegex(@"^\./run-tests\.sh perf\b ?(?<command>[a-z]*)(?<rest>[^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<= |^)--[a-z-]+")]
    private static partial Regex Option();
}
