namespace CardConformance.Harness.Certification;

/// <summary>Lines of a file that a process was still writing when it was killed.</summary>
internal static class WholeLines
{
    /// <summary>The lines. A last one that lacks its line end is torn, and left out.</summary>
    /// <param name="file">Path of the file.</param>
    internal static string[] Read(string file) => File.ReadAllText(file).Split('\n')[..^1];
}
