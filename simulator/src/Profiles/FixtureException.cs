namespace CardConformance.Simulator.Profiles;

/// <summary>A data file is wrong: which one, where in it, and what should stand there.</summary>
/// <param name="file">Path of the file.</param>
/// <param name="path">Place in the file as a JSON path, for example <c>$.codes[0].maxTries</c>.</param>
/// <param name="problem">What was found and what was expected.</param>
public sealed class FixtureException(string file, string path, string problem)
    : Exception($"{file}, {path}: {problem}")
{
    /// <summary>Path of the file.</summary>
    public string File { get; } = file;

    /// <summary>Place in the file as a JSON path.</summary>
    public string Path { get; } = path;
}
