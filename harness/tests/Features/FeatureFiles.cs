namespace CardConformance.Harness.Tests.Features;

/// <summary>The feature files of the repository.</summary>
internal static class FeatureFiles
{
    /// <summary>Path below the repository's folder, and text, of each.</summary>
    internal static IEnumerable<(string Path, string Text)> All() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "features"), "*.feature", SearchOption.AllDirectories)
        orderby file
        select (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
}
