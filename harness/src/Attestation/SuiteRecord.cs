using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Attestation;

/// <summary>What a run was played with: <c>suite.json</c> in its folder, written before it begins.</summary>
/// <param name="Version">Version of CardConformance, and behind a plus sign the commit that it was built from.</param>
/// <param name="Requirements">Ids of all requirements there were.</param>
/// <param name="Plans">Ids of the requirements of each plan.</param>
/// <param name="Files">What else decides what a run asks of a product.</param>
internal sealed record SuiteRecord(
    string Version, IReadOnlyList<string> Requirements, IReadOnlyDictionary<string, IReadOnlyList<string>> Plans, IReadOnlyList<SuiteFile> Files)
{
    internal const string FileName = "suite.json";

    /// <summary>The commit, or <see langword="null"/> when it was built outside of git.</summary>
    internal string? Commit() => Version.Split('+') is [_, { Length: 40 } commit] && commit.All(char.IsAsciiHexDigitLower) ? commit : null;

    /// <summary>Writes down what a run is played with.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="version">Version of CardConformance.</param>
    /// <param name="program">The features as they were built.</param>
    internal static void Describe(RunFolder folder, string version, string program)
    {
        string[] programs = [program, Path.Combine(Path.GetDirectoryName(program)!, "CardConformance.Harness.dll")];
        SuiteFile[] files =
        [
            OfFolder("features", "*.feature"),
            OfFolder("fixtures", "*"),
            OfFolder("fixtures/cards", "*"),
            new("fixtures/requirements.csv", DigestOf(Path.Combine(Repository.Fixtures, "requirements.csv"))),
            .. programs.Select(file => new SuiteFile(Path.GetFileName(file), DigestOf(file))),
        ];
        var plans = Plan.All.ToDictionary(plan => plan.Name, plan => (IReadOnlyList<string>)[.. plan.Requirements.Select(requirement => requirement.Id)]);
        var record = new SuiteRecord(version, [.. Requirement.All.Select(requirement => requirement.Id)], plans, files);
        File.WriteAllBytes(Path.Combine(folder.Path, FileName), PackageJson.Write(record));
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    internal static SuiteRecord Read(ReadOnlySpan<byte> json) => PackageJson.Read<SuiteRecord>(json);

    private static SuiteFile OfFolder(string name, string pattern)
    {
        IEnumerable<(string, string)> files =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, name), pattern, SearchOption.AllDirectories)
            select (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), DigestOf(file));
        return new(name, Sha256Sum.Of(Sha256Sum.Write(files)));
    }

    private static string DigestOf(string file) => Sha256Sum.Of(File.ReadAllBytes(file));
}
