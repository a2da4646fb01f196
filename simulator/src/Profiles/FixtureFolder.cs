namespace CardConformance.Simulator.Profiles;

/// <summary>A folder of data files, each named after what it holds.</summary>
internal static class FixtureFolder
{
    /// <summary>Names of its files without <c>.json</c>, in alphabetical order.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    internal static IReadOnlyList<string> NamesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
