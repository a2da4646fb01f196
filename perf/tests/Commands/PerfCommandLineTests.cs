using CardConformance.Perf.Commands;

namespace CardConformance.Perf.Tests.Commands;

/// <summary>What the shell is told.</summary>
public sealed class PerfCommandLineTests
{
    private static readonly ScriptedMeasurement Right = new("right", () => [Figures.Time with { Samples = [1e9] }]);
    private static readonly ScriptedMeasurement Wrong = new("wrong", () => throw new InvalidOperationException("6700"));
    private static readonly ScriptedMeasurement Crashed = new("crashed", () => throw new IOException());
    private static readonly ScriptedMeasurement Missing = new("missing", () => []) { MissingCapability = "softhsm2 is not installed" };

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Test]
    public async Task A_goal_that_is_missed_by_far_is_no_failure()
    {
        Assert.That(await RunAsync([Right]), Is.EqualTo(ExitCode.Success));
        Assert.That(_output.ToString(), Does.Contain("missed by").And.Contain("0 of 1 goals reached.").And.Contain("Compared with perf/limits.json: "));
    }

    [Test]
    public async Task A_wrong_answer_is_a_failure() => Assert.That(await RunAsync([Wrong, Right]), Is.EqualTo(ExitCode.Wrong));

    [Test]
    public async Task A_crash_is_a_failure_of_ours() => Assert.That(await RunAsync([Right, Crashed, Wrong]), Is.EqualTo(ExitCode.Defect));

    [Test]
    public async Task What_this_machine_lacks_is_left_out()
    {
        Assert.That(await RunAsync([Missing, Right]), Is.EqualTo(ExitCode.Success));
        Assert.That(_output.ToString(), Does.Contain("not measured: softhsm2 is not installed"));
    }

    [Test]
    public async Task What_this_machine_lacks_and_was_asked_for_by_name_cannot_be_done() =>
        Assert.That(await RunAsync([Missing, Right], "--only", "right,missing"), Is.EqualTo(ExitCode.Configuration));

    [TestCase("--only", "other")]
    [TestCase("--only", ",")]
    [TestCase("--only")]
    [TestCase("--fast")]
    [TestCase("nonsense")]
    [TestCase("fleet", "--cards", "9999")]
    [TestCase("fleet", "--cards", "many")]
    public async Task Mistakes_are_told_apart_from_failures(params string[] arguments) =>
        Assert.That(await RunAsync([Wrong], arguments), Is.EqualTo(ExitCode.Configuration));

    [Test]
    public async Task Only_what_was_named_is_asked() => Assert.That(await RunAsync([Wrong, Crashed, Right], "--only", "right"), Is.EqualTo(ExitCode.Success));

    [Test]
    public async Task A_part_goes_where_it_was_told_to()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-perf-");
        string results = Path.Combine(folder.FullName, "made", "for", "it");
        Assert.That(await RunAsync([Wrong, Right], "--only", "right", "--out", results), Is.EqualTo(ExitCode.Success));
        string page = await File.ReadAllTextAsync(Path.Combine(results, "RESULTS.md"));
        folder.Delete(recursive: true);
        Assert.That(page, Does.Contain("./run-tests.sh perf --only right --out DIR\n").And.Not.Contain("## wrong"));
    }

    private Task<int> RunAsync(IReadOnlyList<IMeasurement> measurements, params string[] arguments) => PerfCommandLine.RunAsync(arguments, measurements, _output, _errors);
}
