using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>What a run keeps among the temporary files, and what becomes of it when the run was killed.</summary>
public sealed class TemporaryFilesTests
{
    [Test]
    public void Those_of_a_run_that_is_played_stay_and_those_of_a_killed_one_go()
    {
        string killed = Path.Combine(Path.GetTempPath(), $"cardconformance.{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(killed, "rig"));
        File.WriteAllText(Path.Combine(killed, "rig", "server.key"), "");
        File.WriteAllText(Path.Combine(killed, ".owner"), "");

        using var played = TemporaryFiles.Create();
        Assert.That(Directory.Exists(killed), Is.False);
        File.WriteAllText(Path.Combine(played.Folder.FullName, "server.key"), "");

        var other = TemporaryFiles.Create();
        Assert.That(played.Folder.EnumerateFiles("server.key"), Is.Not.Empty);
        other.Dispose();
        Assert.That(Directory.Exists(other.Folder.FullName), Is.False);
    }
}
