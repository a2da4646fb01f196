using System.Text.Json;
using CardConformance.Harness.Blaming;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>A run could not begin: <c>not-begun.json</c> in its folder.</summary>
/// <param name="Blame">Who has to mend it.</param>
/// <param name="Problems">All that is wrong.</param>
public sealed record NotBegun(Blame Blame, IReadOnlyList<string> Problems)
{
    internal const string FileName = "not-begun.json";

    /// <summary>Writes it into a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    public void Write(RunFolder folder) => System.IO.File.WriteAllText(Path.Combine(folder.Path, FileName), JsonSerializer.Serialize(this, RunFolder.Json));

    /// <summary>Reads it; <see langword="null"/> for a run that has begun.</summary>
    /// <param name="folder">The run's folder.</param>
    internal static NotBegun? Read(RunFolder folder)
    {
        string file = Path.Combine(folder.Path, FileName);
        return System.IO.File.Exists(file) ? JsonSerializer.Deserialize<NotBegun>(System.IO.File.ReadAllText(file), RunFolder.Json) : null;
    }
}
