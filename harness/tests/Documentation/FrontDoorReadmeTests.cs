using System.Text.RegularExpressions;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Cli;

namespace CardConformance.Harness.Tests.Documentation;

/// <summary>What the READMEs tell people to type: each command of <c>run-tests.sh</c> exists, with the options that stand behind it.</summary>
public sealed partial class FrontDoorReadmeTests
{
    // What run-tests.sh makes of its own words.
    private static readonly Dictionary<string, string> Own = new() { ["features"] = "run", ["conformance"] = "run" };

    [TestCase("README.md")]
    [TestCase("harness/README.md")]
    [TestCase("features/README.md")]
    [TestCase("harness/pro-sante-connect/README.md")]
    [TestCase("CONTRIBUTING.md")]
    public async Task Commands_and_their_options_exist(string file)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file));
        Assert.That(text, Does.Not.Contain("--project harness/src"), "there is a shorter way");
        List<string> wrong = [];
        foreach (IGrouping<string, Match> lines in Line().Matches(text).GroupBy(line => line.Groups["words"].Value))
        {
            ProgramResult help = await CardConformanceProgram.RunAsync([.. lines.Key.Split(' ').Select(word => Own.GetValueOrDefault(word, word)), "--help"]);
            wrong.AddRange(help.ExitCode == ExitCode.Success ? [] : [$"{lines.Key}: {help.Errors}"]);
            wrong.AddRange(
                from line in lines
                from option in Option().Matches(line.Groups["rest"].Value)
                where !Regex.IsMatch(help.Output, $@"^  (-\w, )?{option.Value}\b", RegexOptions.Multiline)
                select $"{lines.Key} has no {option.Value}");
        }

        Assert.That(wrong, Is.Empty);
    }

    // In a block of lines to be typed, up to the comment. What follows "perf" is another program's, which has such a test itself.
    [GeneratedRegex(@"^\./run-tests\.sh (?!setup|perf\b)(?<words>card [a-z]+|[a-z][a-z-]*)(?<rest>[^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<= )--[a-z-]+")]
    private static partial Regex Option();
}
