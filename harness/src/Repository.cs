using CardConformance.Harness.Cli;

namespace CardConformance.Harness;

/// <summary>Where the files of CardConformance are.</summary>
public static class Repository
{
    private const string Marker = "CardConformance.sln";

    // Lazy, so that who asks gets the reason itself and not a failure of this type.
    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    /// <summary>The folder that holds <c>CardConformance.sln</c>, found upwards from the program.</summary>
    /// <exception cref="UserException">The program does not lie in a working copy of the repository.</exception>
    public static string Root => FoundRoot.Value;

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

        throw new UserException($"No folder above {AppContext.BaseDirectory} holds {Marker}. Run the program from where it was built.");
    }
}
