namespace CardConformance.Harness;

/// <summary>Where the files of CardConformance are.</summary>
public static class Repository
{
    private const string Marker = "CardConformance.sln";

    /// <summary>The folder that holds <c>CardConformance.sln</c>, found upwards from the program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not lie in a working copy of the repository.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of data files.</summary>
    public static string Fixtures => Path.Combine(Root, "fixtures");

    /// <summary>The folder for what runs leave behind; not under version control.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    private static string FindRoot()
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
