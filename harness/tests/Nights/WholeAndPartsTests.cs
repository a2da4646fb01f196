using System.Diagnostics;
using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Targets;
using CardConformance.Harness.Tests.Attestation;

namespace CardConformance.Harness.Tests.Nights;

/// <summary>A night that was shared among machines, or broken off and gone on with, says the same as one that was played in one go.</summary>
[NonParallelizable]
public sealed class WholeAndPartsTests
{
    // Four that activate without a card, and eight with the card only. With the defect, two of the four are red.
    private static readonly string[] Choice = ["--tags", "B_01 or B_02 or B_05 or K_01 or K_04", "--seed", "42"];

    private const string Defect = "sms-sent-twice";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("cardconformance-parts-");

    // Played once for all: starting everything takes longer than the scenarios.
    private static readonly Lazy<Task<(string Target, PlayedRun Run)>> Whole = new(PlayWholeAsync);

    [OneTimeTearDown]
    public static async Task ClearAwayAsync()
    {
        (await Whole.Value).Run.Dispose();
        Folder.Delete(recursive: true);
    }

    [Test]
    public async Task Four_parts_merged_are_the_run_that_was_played_in_one_go()
    {
        (string target, PlayedRun whole) = await Whole.Value;
        List<PlayedRun> parts = [];
        try
        {
            foreach (int part in Enumerable.Range(1, 4))
            {
                parts.Add(await PlayedRun.PlayAsync(["run", "--target", target, .. Choice, "--shard", $"{part}/4"]));
                Assert.That(parts[^1].Results.Count(), Is.EqualTo(3), parts[^1].Output);
            }

            Assert.That(parts.Select(part => part.ExitCode), Does.Contain(0).And.Contain(1), "what is red is in some of them only");
            using PlayedRun merged = await PlayedRun.PlayAsync(["merge", .. parts.Select(part => part.Folder)]);
            Assert.That(merged.Results, Is.EqualTo(whole.Results));
            Assert.That(merged.Verdict, Is.EqualTo(whole.Verdict));
            Assert.That(merged.ExitCode, Is.EqualTo(whole.ExitCode));
            ExpectEveryFileToCount(merged);
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    [Test]
    public async Task Run_that_was_killed_half_way_ends_as_the_one_that_was_not_and_leaves_nothing()
    {
        (string target, PlayedRun whole) = await Whole.Value;
        var mark = new ProcessMark();
        Dictionary<string, string> environment = new()
        {
            [ProcessMark.Variable] = mark.Value,
            ["TMPDIR"] = Folder.CreateSubdirectory("tmp").FullName,

            // Without it .NET keeps sockets among the temporary files, also those of processes that were killed.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        string killed = await PlayedRun.KillAsync(4, environment, ["run", "--target", target, .. Choice, "--workers", "1"]);
        await ExpectEndAsync(mark);
        Assert.That(Temporary(), Has.Length.EqualTo(1), "what a killed run cannot clear away");

        using PlayedRun resumed = await PlayedRun.PlayAsync(environment, "run", "--resume", killed);
        Assert.That(resumed.Folder, Is.EqualTo(killed));
        Assert.That(resumed.Output, Does.Contain("resumed: "));
        Assert.That(Temporary(), Is.Empty);
        Assert.That(mark.FindProcesses(), Is.Empty);

        Assert.That(resumed.Results, Is.EqualTo(whole.Results));
        Assert.That(resumed.Verdict, Is.EqualTo(whole.Verdict));
        Assert.That(resumed.ExitCode, Is.EqualTo(whole.ExitCode).And.EqualTo(1));

        string[] Temporary() => [.. Directory.EnumerateFileSystemEntries(environment["TMPDIR"])];
    }

    // The reference as its own file describes it, but for the defect.
    private static async Task<(string Target, PlayedRun Run)> PlayWholeAsync()
    {
        const string Last = "\"--card-watch=2\"";
        string text = await File.ReadAllTextAsync(Target.ReferenceFile);
        Assert.That(text, Does.Contain(Last));
        string target = Path.Combine(Folder.FullName, "reference.json");
        await File.WriteAllTextAsync(target, text.Replace(Last, $"{Last}, \"--defect={Defect}\"", StringComparison.Ordinal));
        PlayedRun run = await PlayedRun.PlayAsync(["run", "--target", target, .. Choice]);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Product), run.Output);
        Assert.That(run.Results.Count(), Is.EqualTo(12), run.Output);
        Assert.That(run.Results.Count(line => line.EndsWith(": passed", StringComparison.Ordinal)), Is.EqualTo(10), run.Output);
        return (target, run);
    }

    // What is handed in of the night: one byte changed in any of its files, and nobody accepts it.
    private static void ExpectEveryFileToCount(PlayedRun run)
    {
        using var key = SigningKey.CreateNew();
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files = RunPackage.Make(RunResult.Load(new RunFolder(run.Folder)), key, partial: true).Files;
        Assert.That(Verify(files), Is.Empty);
        Assert.That(files.Keys, Has.Some.EndsWith(".png").And.Some.EqualTo("verdict.json").And.Some.EqualTo("report/index.html"));
        Assert.That(files.Keys.Where(path => files[path].Length > 0 && !Verify(Touch(path)).Any(file => file == path)), Is.Empty, "files that nobody looked at");

        IEnumerable<string> Verify(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> package)
        {
            try
            {
                return [.. PackageVerification.Of(PackageContents.ReadZip(PackedRun.ZipOf(package)), key.Public).Findings.Select(finding => finding.File)];
            }
            catch (PackageException damage)
            {
                return [damage.Finding.File];
            }
        }

        Dictionary<string, ReadOnlyMemory<byte>> Touch(string path)
        {
            byte[] changed = files[path].ToArray();
            changed[changed.Length / 2] ^= 1;
            return PackedRun.With(files, (path, changed));
        }
    }

    // All that the killed process had started ends by itself.
    private static async Task ExpectEndAsync(ProcessMark mark)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (mark.FindProcesses() is [var (id, commandLine), ..])
        {
            try
            {
                using var left = Process.GetProcessById(id);
                await left.WaitForExitAsync(limit.Token);
            }
            catch (ArgumentException)
            {
                // It has ended meanwhile.
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"still there {Limit.TotalSeconds} s after the run was killed: {commandLine}");
            }
        }
    }
}
