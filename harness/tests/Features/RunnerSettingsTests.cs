using System.Text.Json;

namespace CardConformance.Harness.Tests.Features;

/// <summary>Settings without which a run would say less than it seems to. Nothing else fails when one of them goes.</summary>
public sealed class RunnerSettingsTests
{
    [Test]
    public void Step_that_nobody_defined_is_an_error()
    {
        using JsonDocument settings = JsonDocument.Parse(Read("features", "specflow.json"));
        Assert.That(settings.RootElement.GetProperty("runtime").GetProperty("missingOrPendingStepsOutcome").GetString(), Is.EqualTo("Error"));
    }

    [Test]
    public void Features_run_one_beside_the_other() =>
        Assert.That(Lines("features", "AssemblySetup.cs"), Does.Contain("[assembly: Parallelizable(ParallelScope.Fixtures)]"));

    [Test]
    public void Part_without_tests_is_an_error_for_the_script_too() =>
        Assert.That(Lines("run-tests.sh"), Has.Some.Match("^ +-- RunConfiguration.TreatNoTestsAsError=true$"));

    private static string[] Lines(params string[] path) => Read(path).Split('\n');

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));
}
