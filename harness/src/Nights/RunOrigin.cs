using System.Text.Json;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Nights;

/// <summary>What it takes to go on with a run that was killed: <c>.origin.json</c> in its folder. It names files of this machine, and stays out of packages.</summary>
/// <param name="TargetFile">The target's file.</param>
/// <param name="ServiceFile">The service's file, or <see langword="null"/>.</param>
/// <param name="Traced">Whether browsers' recordings are kept.</param>
/// <param name="Expression">The expression over tags that chooses scenarios, plan and target included, or <see langword="null"/> for all.</param>
/// <param name="UntilFailure">Whether no further scenario begins once one has failed.</param>
internal sealed record RunOrigin(string TargetFile, string? ServiceFile, bool Traced, string? Expression, bool UntilFailure = false)
{
    private const string FileName = ".origin.json";

    internal void Write(RunFolder folder) => File.WriteAllText(Path.Combine(folder.Path, FileName), JsonSerializer.Serialize(this, RunFolder.Json) + "\n");

    /// <summary>Reads it.</summary>
    /// <exception cref="UserException">It is not there, or something else.</exception>
    internal static RunOrigin Read(RunFolder folder)
    {
        string file = Path.Combine(folder.Path, FileName);
        try
        {
            return JsonSerializer.Deserialize<RunOrigin>(File.ReadAllText(file), RunFolder.Json) ?? throw new JsonException("it says nothing.");
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new UserException($"{folder.Path} cannot be resumed: {FileName}, which says how it was begun, cannot be read: {failure.Message}");
        }
    }
}
