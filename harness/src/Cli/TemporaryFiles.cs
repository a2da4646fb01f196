namespace CardConformance.Harness.Cli;

/// <summary>All temporary files of a run in one place: a run that is stopped cannot clear up after itself, and one that is killed leaves that to the next.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    // Short, and as long as each other: sockets lie below, and their paths have at most 107 bytes.
    private const string Starting = "cardconformance-";
    private const string Prefix = "cardconformance.";

    // Locked by the process whose files these are, as long as it lives.
    private const string OwnerFile = ".owner";

    private readonly FileStream _owner;

    private TemporaryFiles()
    {
        // Locked before it is called so that another run, which clears away, would look at it.
        Folder = Directory.CreateTempSubdirectory(Starting);
        _owner = new(Path.Combine(Folder.FullName, OwnerFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Folder.MoveTo(Path.Combine(Path.GetTempPath(), Prefix + Folder.Name[Starting.Length..]));
    }

    /// <summary>Where they are.</summary>
    internal DirectoryInfo Folder { get; }

    /// <summary>Makes room for those of a run that begins, and clears away what killed runs have left.</summary>
    internal static TemporaryFiles Create()
    {
        foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            ClearUnlessOwned(new(left));
        }

        return new();
    }

    public void Dispose()
    {
        Delete(Folder);
        _owner.Dispose();
    }

    private static void ClearUnlessOwned(DirectoryInfo left)
    {
        try
        {
            using var taken = new FileStream(Path.Combine(left.FullName, OwnerFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Delete(left);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // It is being played, has just been cleared away, or is somebody else's.
        }
    }

    // The owner's file goes last: what could not be deleted now, because something still ends there, is found again by the next run.
    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos().Where(entry => entry.Name != OwnerFile))
            {
                if (entry is DirectoryInfo { LinkTarget: null } inner)
                {
                    inner.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }

            folder.Delete(recursive: true);
        }
        catch (IOException failure)
        {
            Console.Error.WriteLine($"Temporary files stay in {folder.FullName} until the next run: {failure.Message}");
        }
    }
}
