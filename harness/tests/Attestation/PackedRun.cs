using CardConformance.Harness.Attestation;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Targets;
using CardConformance.Harness.Tests.Certification;

namespace CardConformance.Harness.Tests.Attestation;

/// <summary>A small run with everything that a package needs, and the package made of it.</summary>
internal sealed class PackedRun : IDisposable
{
    internal const string Commit = "5676ea1c0c3801ea868c389e5fcb244d40bcf5d1";

    private readonly RecordedRun _run = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-package-");

    internal PackedRun()
    {
        Describe(Info);
        Write(SuiteRecord.FileName, PackageJson.Write(new SuiteRecord(Info.Version, ["A_01", "A_07"], Plans, [new("features", Sha256Sum.Of("features"u8))])));
        new TestedProduct("Portail d'essai", "2.4.1").Describe(_run.Folder);
        Pass("A_01-un", "A_01");
        Pass("A_07-deux", "A_07");
        Report();
    }

    internal RunFolder Run => _run.Folder;

    internal SigningKey Key { get; } = SigningKey.CreateNew();

    /// <summary>A path for something outside of the run.</summary>
    internal string Beside(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Path of something in the run.</summary>
    internal string In(string path) => Path.Combine(Run.Path, path);

    internal void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllBytes(In(path), content);
    }

    internal void Describe(RunInfo info) => RunResult.Describe(Run, info);

    private static Dictionary<string, IReadOnlyList<string>> Plans { get; } = new() { ["socle"] = ["A_01"] };

    internal static RunInfo Info => RecordedRun.Info with { RunnerExitCode = 0, Version = $"0.1.0+{Commit}" };

    internal void Pass(string id, string requirement)
    {
        using ScenarioEvidence evidence = _run.Begin(id, requirement);
        evidence.Add(RecordedRun.Exchange(0.5));
        evidence.Add([1, 2, 3], "téléphone", "Écran");
        evidence.Add(RecordedRun.Step(1));
        evidence.End(new ScenarioEnded(true, null) { Time = RecordedRun.After(2) });
    }

    internal void Fail(string id, string error) => _run.Fail(id, error);

    internal void GiveUp(string id, string requirement, string reason)
    {
        using ScenarioEvidence evidence = _run.Begin(id, requirement);
        evidence.End(new ScenarioEnded(false, null, NotTestable: reason) { Time = RecordedRun.After(1) });
    }

    internal void Kill(string id) => _run.Kill(id);

    internal void Report() => RunReport.Write(_run.Load());

    internal RunPackage Make(bool partial = false, SigningKey? key = null) => RunPackage.Make(_run.Load(), key ?? Key, partial);

    internal static Statement StatementOf(RunPackage package) =>
        PackageJson.Read<Statement>(Convert.FromBase64String(DsseEnvelope.Read(package.Files[PackageContents.AttestationFile].Span).Payload));

    internal byte[] Zip() => ZipOf(Make().Files);

    internal static byte[] ZipOf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var stream = new MemoryStream();
        StoredZip.Write(stream, files);
        return stream.ToArray();
    }

    /// <summary>The files with some changed or added; <see langword="null"/> takes one away.</summary>
    internal static Dictionary<string, ReadOnlyMemory<byte>> With(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, params IEnumerable<(string Path, byte[]? Content)> changes)
    {
        var changed = new Dictionary<string, ReadOnlyMemory<byte>>(files);
        foreach ((string path, byte[]? content) in changes)
        {
            changed.Remove(path);
            if (content is not null)
            {
                changed.Add(path, content);
            }
        }

        return changed;
    }

    /// <summary>The package, signed again after somebody with the key changed its files.</summary>
    internal Dictionary<string, ReadOnlyMemory<byte>> SignAgain(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, Statement? other = null)
    {
        Dictionary<string, ReadOnlyMemory<byte>> changed = With(files, (PackageContents.DigestsFile, null), (PackageContents.AttestationFile, null));
        changed[PackageContents.DigestsFile] = Sha256Sum.Write(changed.Select(file => (file.Key, Sha256Sum.Of(file.Value.Span))));
        Statement statement = other ?? StatementOf(Make());
        ResourceDescriptor[] subjects =
        [
            .. statement.Subject.Where(subject => changed.ContainsKey(subject.Name))
                .Select(subject => ResourceDescriptor.OfSha256(subject.Name, Sha256Sum.Of(changed[subject.Name].Span))),
        ];
        byte[] payload = PackageJson.Write(statement with { Subject = subjects });
        changed[PackageContents.AttestationFile] = DsseEnvelope.Sign(payload, Key).Write();
        return changed;
    }

    /// <summary>All that a verification finds, a line each.</summary>
    internal string[] Verify(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) => Verify(ZipOf(files));

    internal string[] Verify(byte[] zip)
    {
        try
        {
            return [.. PackageVerification.Of(PackageContents.ReadZip(zip), Key.Public).Findings.Select(Line)];
        }
        catch (PackageException damage)
        {
            return [Line(damage.Finding)];
        }
    }

    internal static string Line(Finding finding) => $"{finding.File}: found {finding.Found}, expected {finding.Expected}";

    public void Dispose()
    {
        Key.Dispose();
        _run.Dispose();
        _folder.Delete(recursive: true);
    }
}
