using System.Globalization;
using System.Text.Json;

namespace CardConformance.Harness.Evidence;

/// <summary>Everything that one run leaves behind, in one folder.</summary>
/// <param name="path">The folder.</param>
public sealed class RunFolder(string path)
{
    /// <summary>The variable by which a process of a run is told its folder.</summary>
    public const string Variable = "CARDCONFORMANCE_RUN";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = false };

    /// <summary>The folder of all runs.</summary>
    public static string All => System.IO.Path.Combine(Repository.Artifacts, "runs");

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The folder of the scenarios' evidence.</summary>
    public string Scenarios => System.IO.Path.Combine(Path, "scenarios");

    /// <summary>Whether this process is part of a run, and not started by itself.</summary>
    public static bool IsGiven => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>A new folder for a run that begins now.</summary>
    /// <param name="suffix">What its name ends with, behind the time: parts of one run begin in the same second and are collected in one folder.</param>
    public static RunFolder CreateNew(string suffix = "")
    {
        string name = DateTimeOffset.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + suffix;
        for (int attempt = 1; ; attempt++)
        {
            string path = System.IO.Path.Combine(All, attempt == 1 ? name : $"{name}-{attempt}");
            if (!Directory.Exists(path))
            {
                return Create(path);
            }
        }
    }

    /// <summary>The folder of the run that this process is part of; a new one when it was started by itself.</summary>
    /// <param name="suffix">What the name of a new one ends with.</param>
    public static RunFolder Current(string suffix = "") =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Create(path) : CreateNew(suffix);

    /// <summary>Marks the folder as one in which a process writes, until that process has ended, however it ends.</summary>
    /// <exception cref="IOException">Another one does.</exception>
    public FileStream Occupy() => new(System.IO.Path.Combine(Path, ".occupied"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    private static RunFolder Create(string path)
    {
        var folder = new RunFolder(path);
        Directory.CreateDirectory(folder.Scenarios);
        return folder;
    }
}
