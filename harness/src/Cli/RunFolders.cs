using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Cli;

/// <summary>Runs that somebody names by their folders.</summary>
internal static class RunFolders
{
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
