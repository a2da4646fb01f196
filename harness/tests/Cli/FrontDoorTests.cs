using System.Text.RegularExpressions;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>run-tests.sh</c>: every command of the harness is reached through it, as it was typed.</summary>
public sealed partial class FrontDoorTests : IDisposable
{
    private static readonly UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cardconformance-door-");

    private static string Script => Path.Combine(Repository.Root, "run-tests.sh");

    public void Dispose() => _root.Delete(recursive: true);

    [Test]
    public async Task Hands_on_the_harness_s_commands_and_no_others()
    {
        string help = (await CardConformanceProgram.RunAsync("--help")).Output;
        string[] commands = [.. Command().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value)];
        Assert.That(commands, Does.Contain("run").And.Contain("card").And.Contain("merge"));
        string[] handedOn = HandedOn().Match(await File.ReadAllTextAsync(Script)).Groups[1].Value.Split(" | ");
        Assert.That(handedOn, Is.EquivalentTo(commands));
    }

    [Test]
    public async Task Help_names_each_of_them()
    {
        ProgramResult help = await new ProgramRun(Script, "--help").RunAsync();
        Assert.That(help.ExitCode, Is.Zero);
        string[] handedOn = HandedOn().Match(await File.ReadAllTextAsync(Script)).Groups[1].Value.Split(" | ");
        Assert.That(handedOn.Where(command => !Regex.IsMatch(help.Output, $@"^  ([\w ,-]+, )?{command}\b", RegexOptions.Multiline)), Is.Empty);
    }

    [TestCase("nonsense")]
    [TestCase("init keygen", TestName = "Two_commands_in_one_word")]
    [TestCase("--service")]
    public async Task Unknown_command_is_refused_before_anything_is_installed_or_built(string command)
    {
        ProgramResult result = await new ProgramRun(Script, command).RunAsync();
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        Assert.That(result.Errors, Does.Not.Contain("Building").And.EndWith($"There is no command \"{command}\".\n"));
    }

    [TestCase(new[] { "compare", "last" }, new[] { "compare", "last" })]
    [TestCase(new[] { "card", "insert", "CPS de médecin, code porteur à un essai" }, new[] { "card", "insert", "CPS de médecin, code porteur à un essai" })]
    [TestCase(new[] { "features", "--tags", "A_05 or B_*" }, new[] { "run", "--tags", "A_05 or B_*" })]
    [TestCase(new[] { "perf", "--only", "in-process" }, new[] { "--only", "in-process" })]
    [TestCase(new[] { "conformance", "--tag", "A_01" }, new[] { "run", "--attest", "--tag", "A_01" })]
    public async Task Words_and_exit_code_pass_through_as_they_are(string[] typed, string[] expected)
    {
        await PrepareAsync();
        ProgramResult result = await new ProgramRun(Path.Combine(_root.FullName, "run-tests.sh"), typed)
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{_root.FullName}:{Environment.GetEnvironmentVariable("PATH")}" },
        }.RunAsync();
        Assert.That(result.Errors, Is.EqualTo("Building\n"));
        Assert.That(result.Output, Is.EqualTo(string.Concat(expected.Select(word => $"<{word}>\n"))), "nothing of the script's own, so that it can go into a file");
        Assert.That(result.ExitCode, Is.EqualTo(4), "what the command ended with");
    }

    // The script in a folder of its own, in which the .NET SDK only says what it was asked to run: a build would take minutes.
    private async Task PrepareAsync()
    {
        File.Copy(Script, Path.Combine(_root.FullName, "run-tests.sh"));
        Directory.CreateDirectory(Path.Combine(_root.FullName, "harness", "node_modules"));
        string list = Path.Combine(_root.FullName, "harness", "package-lock.json");
        await File.WriteAllTextAsync(list, "{}");
        File.SetLastWriteTimeUtc(list, DateTime.UtcNow.AddDays(-1));
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "harness", "node_modules", ".package-lock.json"), "{}");
        string dotnet = Path.Combine(_root.FullName, "dotnet");
        await File.WriteAllTextAsync(
            dotnet,
            """
            #!/bin/sh
            [ "$1" = run ] || exit 0
            while [ "$1" != -- ]; do shift; done
            shift
            printf '<%s>\n' "$@"
            exit 4
            """);
        File.SetUnixFileMode(dotnet, Runnable);
    }

    [GeneratedRegex(@"^  ([a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^    (bite \| [a-z |-]+)\)$", RegexOptions.Multiline)]
    private static partial Regex HandedOn();
}
