namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>What services that are gone left among the temporary files.</summary>
internal static class LeftSettings
{
    /// <summary>Files with a service's settings that name something.</summary>
    /// <param name="text">What they name.</param>
    internal static IReadOnlyList<string> Naming(string text) =>
    [
        .. Directory.EnumerateFiles(Path.GetTempPath(), "service.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Where(file => Holds(file, text)),
    ];

    // A file of another test may be gone by now.
    private static bool Holds(string file, string text)
    {
        try
        {
            return File.ReadAllText(file).Contains(text, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
