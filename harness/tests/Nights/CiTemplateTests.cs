using System.Text.RegularExpressions;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace CardConformance.Harness.Tests.Nights;

/// <summary><c>ci-template</c>: each is YAML, and what it runs exists.</summary>
public sealed partial class CiTemplateTests
{
    [TestCase("gitlab")]
    [TestCase("github")]
    [TestCase("kubernetes")]
    public async Task Template_is_yaml_and_its_commands_exist(string name)
    {
        ProgramResult result = await CardConformanceProgram.RunAsync("ci-template", name);
        Assert.That(result.ExitCode, Is.Zero);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(result.Output));
        Assert.That(yaml.Documents, Has.Count.EqualTo(1));
        Assert.That(yaml.Documents[0].RootNode, Is.InstanceOf<YamlMappingNode>());

        // Everything goes through the front door, which has each command of the harness (FrontDoorTests).
        Assert.That(result.Output, Does.Not.Contain("dotnet run"));
        string help = (await CardConformanceProgram.RunAsync("--help")).Output;
        string[] commands = [.. FrontDoor().Matches(result.Output).Select(match => match.Groups[1].Value).Except(["setup"])];
        Assert.That(commands, Is.EquivalentTo(["run", "merge"]));
        Assert.That(commands.Where(command => !help.Contains($"  {command} ", StringComparison.Ordinal)), Is.Empty);

        string options = (await CardConformanceProgram.RunAsync("run", "--help")).Output;
        string[] given = [.. Options().Matches(result.Output).Select(match => match.Groups[1].Value)];
        Assert.That(given, Is.Not.Empty);
        Assert.That(given.Where(option => !options.Contains($"  {option} ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Other_pipelines_are_refused() =>
        Assert.That((await CardConformanceProgram.RunAsync("ci-template", "jenkins")).ExitCode, Is.EqualTo(2));

    [GeneratedRegex(@"(?<!; )\./run-tests\.sh,? ([\w-]+)")]
    private static partial Regex FrontDoor();

    [GeneratedRegex(@"run,? (--\w+)")]
    private static partial Regex Options();
}
