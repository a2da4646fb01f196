using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Cli;

/// <summary>Runs that somebody names by their folders.</summary>
internal static class RunFolders
{
    /// <summary>The newest run.</summary>
    internal const string Last = "last";

    /// <summary>The folder of a run: a path, its name below <c>artifacts/runs</c>, or <c>last</c>.</summary>
    /// <exception cref="UserException">There is none.</exception>
    internal static DirectoryInfo Find(string name) => name == Last
        ? Newest(1)[0]
        : new DirectoryInfo(Directory.Exists(name) ? name : Path.Combine(RunFolder.All, name)) is { Exists: true } folder
            ? folder
            : throw new UserException($"There is no run {name}: neither a folder, nor a name below {RunFolder.All}, nor \"{Last}\".");

    /// <summary>The newest runs, the newest last. Their names are the times when they began.</summary>
    /// <exception cref="UserException">There are fewer.</exception>
    internal static IReadOnlyList<DirectoryInfo> Newest(int count)
    {
        DirectoryInfo[] runs = Directory.Exists(RunFolder.All)
            ? [.. new DirectoryInfo(RunFolder.All).EnumerateDirectories().Where(run => File.Exists(Path.Combine(run.FullName, RunResult.InfoFile))).OrderBy(run => run.Name, StringComparer.Ordinal)]
            : [];
        return runs.Length >= count ? runs[^count..] : throw new UserException($"There are {runs.Length} runs below {RunFolder.All}; {count} are needed.");
    }

    /// <summary>Reads a run.</summary>
    /// <exception cref="UserException">It is not the folder of a run.</exception>
    internal static RunResult Load(DirectoryInfo folder)
    {
        if (!File.Exists(Path.Combine(folder.FullName, RunResult.InfoFile)))
        {
            throw new UserException($"{folder.FullName} is not the folder of a run: it holds no {RunResult.InfoFile}.");
        }

        try
        {
            return RunResult.Load(new RunFolder(folder.FullName));
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new UserException($"{folder.FullName} is not the folder of a run: {failure.Message}");
        }
    }
}
