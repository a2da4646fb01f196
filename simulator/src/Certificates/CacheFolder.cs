namespace CardConformance.Simulator.Certificates;

/// <summary>Where keys and certificates stay that are made once per machine and user.</summary>
public static class CacheFolder
{
    /// <summary><c>$XDG_CACHE_HOME/cardconformance</c>, or <c>~/.cache/cardconformance</c>.</summary>
    /// <remarks>Source: XDG Base Directory Specification 0.8. A relative value counts as unset.</remarks>
    public static string Path
    {
        get
        {
            string? configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");

            // Also a home that does not exist yet: without it the path would be one below the current folder.
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
            string root = System.IO.Path.IsPathRooted(configured)
                ? configured!
                : System.IO.Path.Combine(home, ".cache");
            return System.IO.Path.Combine(root, "cardconformance");
        }
    }
}
