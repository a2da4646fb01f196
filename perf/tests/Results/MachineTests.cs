using CardConformance.Harness;
using CardConformance.Harness.Middleware;
using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class MachineTests
{
    [Test]
    public void This_machine_is_described()
    {
        var machine = Machine.Read();
        Assert.That(machine.Name, Does.EndWith($", {Environment.ProcessorCount} cores"));
        Assert.That(machine.MemoryGibibytes, Is.GreaterThan(0.1));
        Assert.That(machine.LoadBefore, Does.Match(@"^\d+\.\d\d \d+\.\d\d \d+\.\d\d$"));
        Assert.That(new[] { machine.Processor, machine.Kernel, machine.System, machine.Runtime }, Has.All.Not.Empty);
    }

    [Test]
    public async Task Revision_is_what_git_says()
    {
        ProgramResult head = await new ProgramRun("git", "-C", Repository.Root, "rev-parse", "HEAD").RunAsync();
        Assume.That(head.ExitCode, Is.Zero, "not a working copy of git");
        Assert.That((await Revision.ReadAsync(Repository.Root, CancellationToken.None)).Commit, Is.EqualTo(head.Output.Trim()));
    }

    [Test]
    public async Task Results_themselves_make_nothing_dirty()
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("cardconformance-revision-");
        try
        {
            await GitAsync("init");
            Directory.CreateDirectory(Path.Combine(copy.FullName, "perf"));
            await GitAsync("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--allow-empty", "--message", "a");
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "perf", "RESULTS.md"), "");
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "perf", "results-pcsc.svg"), "");
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "perf", "limits.json"), "");
            Assert.That((await Revision.ReadAsync(copy.FullName, CancellationToken.None)).IsDirty, Is.False);
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "perf", "Figure.cs"), "");
            Assert.That((await Revision.ReadAsync(copy.FullName, CancellationToken.None)).IsDirty, Is.True);
        }
        finally
        {
            copy.Delete(recursive: true);
        }

        async Task GitAsync(params string[] arguments)
        {
            ProgramResult done = await new ProgramRun("git", ["-C", copy.FullName, .. arguments]).RunAsync();
            Assert.That(done.ExitCode, Is.Zero, done.Errors);
        }
    }

    [Test]
    public async Task Sources_without_git_are_unknown()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-revision-");
        Revision revision = await Revision.ReadAsync(folder.FullName, CancellationToken.None);
        folder.Delete();
        Assert.That(revision.ToString(), Is.EqualTo("unknown: not a working copy of git"));
    }
}
