using CardConformance.Harness.Features;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Cli;

/// <summary>The features as a program that the test runner can run: as they were built, or built now with those of another folder.</summary>
internal static class FeatureProject
{
    private const string Name = "CardConformance.Features";

    // Ours with somebody else's beside them: a build of its own, so that the usual one stays what it is.
    private const string NameWithOthers = Name + ".Also";

    // The same in features/CardConformance.Features.csproj.
    private const string OthersProperty = "AlsoFeatures";

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);

    /// <summary>What was built of our features.</summary>
    /// <exception cref="UserException">Nothing was.</exception>
    internal static string Program
    {
        get
        {
            string program = PathOf(Name);
            return File.Exists(program)
                ? program
                : throw new UserException($"The features are not built: {program} is missing. Run \"./run-tests.sh features\", or build the solution.");
        }
    }

    /// <summary>Builds our features with those of another folder, which may use our phrases.</summary>
    /// <param name="folder">Feature files, at any depth.</param>
    /// <returns>What was built.</returns>
    /// <exception cref="UserException">There are none, they break a rule, or they cannot be built; the message says all that is wrong.</exception>
    internal static async Task<string> BuildWithAsync(DirectoryInfo folder)
    {
        Check(folder);
        Copy(folder);
        ProgramResult build = await new ProgramRun(
            "dotnet",
            "build", Path.Combine(FeatureFiles.Folder, $"{Name}.csproj"), "--configuration", Configuration, "-nodeReuse:false", "--verbosity", "quiet",
            "-consoleLoggerParameters:NoSummary", "-property:BuildProjectReferences=false")
        {
            Environment = new Dictionary<string, string> { [OthersProperty] = "true" },
            Limit = BuildLimit,
        }.RunAsync();
        return build.ExitCode == 0
            ? PathOf(NameWithOthers)
            : throw new UserException($"--also: the features of {folder.FullName} could not be built.\n{build.Text}");
    }

    private static DirectoryInfo Here => new(AppContext.BaseDirectory);

    // Output folders carry the configuration's name in small letters.
    private static string Configuration => char.ToUpperInvariant(Here.Name[0]) + Here.Name[1..];

    private static string PathOf(string project) => Path.Combine(Here.Parent!.Parent!.FullName, project, Here.Name, $"{Name}.dll");

    private static void Copy(DirectoryInfo folder)
    {
        string copies = Path.Combine(Repository.Artifacts, "obj", NameWithOthers, "others");
        if (Directory.Exists(copies))
        {
            Directory.Delete(copies, recursive: true);
        }

        foreach ((string path, string text) in FeatureFiles.In(folder.FullName, folder.FullName))
        {
            string copy = Path.Combine(copies, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, text);
        }
    }

    private static void Check(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new UserException($"--also: there is no folder {folder.FullName}.");
        }

        IReadOnlyList<string> complaints = OthersLint.Check(folder);
        if (complaints.Count > 0)
        {
            throw new UserException($"--also: nothing was run, because these features have mistakes:\n{string.Join('\n', complaints)}");
        }
    }
}
