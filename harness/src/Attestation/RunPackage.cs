using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Attestation;

/// <summary>A run as it is handed in: its files, its verdict, and a signed statement about both.</summary>
/// <param name="Files">All files, by path.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="LeftOut">Files of the run that are not in it.</param>
internal sealed record RunPackage(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, VerdictRecord Verdict, IReadOnlyList<string> LeftOut)
{
    internal const string JUnitFile = "junit.xml";
    internal const string MessagesFile = "messages.ndjson";

    private const string ReportFile = "report/index.html";

    /// <summary>Files that the statement names one by one, if they are there; the list of digests among them covers all.</summary>
    internal static readonly string[] Subjects =
    [
        PackageContents.DigestsFile, JUnitFile, MessagesFile, TestedProduct.FileName, RunResult.InfoFile, SuiteRecord.FileName, VerdictRecord.FileName,
    ];

    /// <summary>Checks a run and makes its package.</summary>
    /// <param name="run">The run.</param>
    /// <param name="key">Signs it.</param>
    /// <param name="partial">Whether it may be a part of the suite only.</param>
    /// <exception cref="UserException">It cannot be handed in; the message says all that is wrong.</exception>
    internal static RunPackage Make(RunResult run, SigningKey key, bool partial)
    {
        string folder = run.Folder.Path;
        Dictionary<string, ReadOnlyMemory<byte>> files = ReadFiles(folder, out List<string> leftOut, out List<string> complaints);
        SuiteRecord? suite = Read(files, SuiteRecord.FileName, SuiteRecord.Read, "the run was made by an earlier version, or is not there: run again", complaints);
        TestedProduct? product = Read(
            files, TestedProduct.FileName, TestedProduct.Read, "the product under test never said its name and version", complaints);
        foreach (string needed in new[] { JUnitFile, ReportFile }.Where(needed => !files.ContainsKey(needed)))
        {
            complaints.Add($"{needed} is missing; \"report {folder}\" makes it again.");
        }

        complaints.AddRange(RunConsistency.ComplaintsAbout(run, suite));
        complaints.AddRange(files.SelectMany(file => PackageLeaks.In(file.Key, file.Value)));
        RunScope? scope = suite is null ? null : RunScope.Of(run, suite);
        if (scope is { Whole: false } && !partial)
        {
            complaints.AddRange(scope.Missing);
            complaints.Add("A part can be handed in with --partial: the statement says so, and never PASSED.");
        }

        if (complaints.Count > 0 || suite is null || product is null)
        {
            throw new UserException($"{folder} cannot be packed:\n{string.Join('\n', complaints.Select(complaint => $"✘ {complaint}"))}");
        }

        var verdict = VerdictRecord.Make(run, suite, product);
        files[VerdictRecord.FileName] = PackageJson.Write(verdict);
        files[PackageContents.DigestsFile] = Sha256Sum.Write(files.Select(file => (file.Key, Sha256Sum.Of(file.Value.Span))));
        IEnumerable<(string, string)> subjects =
            from path in Subjects
            where files.ContainsKey(path)
            select (path, Sha256Sum.Of(files[path].Span));
        byte[] statement = PackageJson.Write(Statement.Make(subjects, verdict, suite, key.IsSelfTest));
        files[PackageContents.AttestationFile] = DsseEnvelope.Sign(statement, key).Write();
        return new(files, verdict, leftOut);
    }

    /// <summary>Writes it into a zip file, in place of one that is there.</summary>
    /// <param name="file">Path of the zip file.</param>
    internal void Write(string file)
    {
        // Whoever looks sees the old package or the new one, never half of one.
        string unfinished = file + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            StoredZip.Write(stream, Files);
        }

        File.Move(unfinished, file, overwrite: true);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> ReadFiles(string folder, out List<string> leftOut, out List<string> complaints)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        (leftOut, complaints) = ([], []);
        long bytes = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (IsLeftOut(path))
            {
                leftOut.Add(path);
                continue;
            }

            if (PackagePath.WhyNot(path) is { } reason || (reason = File.ResolveLinkTarget(file, returnFinalTarget: false) is null ? null : "a link") is not null)
            {
                complaints.Add($"{path} is {reason}, and cannot be packed.");
                continue;
            }

            bytes += new FileInfo(file).Length;
            if (bytes > PackageContents.MaxBytes - StatementReserve || files.Count >= PackageContents.MaxFiles - AddedFiles)
            {
                complaints.Add($"The run is too large: packages hold at most {Size.Of(PackageContents.MaxBytes)} and {PackageContents.MaxFiles} files.");
                break;
            }

            files.Add(path, File.ReadAllBytes(file));
        }

        return files;
    }

    // What is added to the run's own files, and the headers around them.
    private const long StatementReserve = 16L << 20;
    private const int AddedFiles = 3;

    // Hidden files are systems' own. The browsers' recordings hold what was typed, codes too. The last three are made here.
    private static bool IsLeftOut(string path) =>
        path.Split('/').Any(name => name.StartsWith('.'))
        || path.EndsWith(".zip", StringComparison.Ordinal)
        || path is VerdictRecord.FileName or PackageContents.DigestsFile or PackageContents.AttestationFile;

    private static T? Read<T>(
        Dictionary<string, ReadOnlyMemory<byte>> files, string path, Func<ReadOnlySpan<byte>, T> read, string whyMissing, List<string> complaints)
        where T : class
    {
        if (!files.TryGetValue(path, out ReadOnlyMemory<byte> content))
        {
            complaints.Add($"{path} is missing: {whyMissing}.");
            return null;
        }

        try
        {
            return read(content.Span);
        }
        catch (JsonException mistake)
        {
            complaints.Add($"{path} cannot be read: {mistake.Message}");
            return null;
        }
    }
}
