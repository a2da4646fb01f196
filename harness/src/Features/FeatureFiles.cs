namespace CardConformance.Harness.Features;

/// <summary>Feature files, and where they are.</summary>
internal static class FeatureFiles
{
    /// <summary>The folder of ours.</summary>
    internal static string Folder => Path.Combine(Repository.Root, "features");

    /// <summary>Path below the repository's folder, and text, of each of ours.</summary>
    internal static IEnumerable<(string Path, string Text)> All() => In(Folder, Repository.Root);

    /// <summary>Path below a folder, and text, of each feature file.</summary>
    /// <param name="folder">Where they are, at any depth.</param>
    /// <param name="relativeTo">What the paths begin below.</param>
    internal static IEnumerable<(string Path, string Text)> In(string folder, string relativeTo) =>
        from file in Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)
        orderby file
        select (Path.GetRelativePath(relativeTo, file), File.ReadAllText(file));
}
