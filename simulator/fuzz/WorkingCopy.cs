namespace CardConformance.Fuzz;

/// <summary>Where the files of this repository are.</summary>
internal static class WorkingCopy
{
    private const string Marker = "CardConformance.sln";

    /// <summary>A file or folder below <c>fixtures</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not lie in a working copy of the repository.</exception>
    internal static string Fixture(string path) => Path.Combine(Root(), "fixtures", path);

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Marker}.");
    }
}
