using System.Text.Json;
using CardConformance.Harness.Certification;
using CardConformance.Harness.Evidence;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Attestation;

/// <summary>A package's evidence in a temporary folder, read as the run that it is.</summary>
internal sealed class UnpackedEvidence : IDisposable
{
    private readonly DirectoryInfo _folder;

    private UnpackedEvidence(DirectoryInfo folder, RunResult run)
    {
        _folder = folder;
        Run = run;
    }

    /// <summary>The run.</summary>
    internal RunResult Run { get; }

    /// <summary>Unpacks what a verdict is made of: no pictures, no pages.</summary>
    /// <exception cref="PackageException">It is not the evidence of a run.</exception>
    internal static UnpackedEvidence Of(PackageContents package)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-verify-");
        try
        {
            var run = new RunFolder(folder.FullName);
            Directory.CreateDirectory(run.Scenarios);
            foreach ((string path, ReadOnlyMemory<byte> content) in package.Files.Where(file => IsJudged(file.Key)))
            {
                string file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, content.Span);
            }

            return new(folder, RunResult.Load(run));
        }
        catch (Exception mistake) when (mistake is JsonException or IOException or TraceException or InvalidOperationException or NotSupportedException)
        {
            folder.Delete(recursive: true);
            string reason = mistake.Message.Replace(folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd('.');
            throw new PackageException("the evidence", $"something that cannot be judged ({reason})", "the evidence of a run");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsJudged(string path) =>
        path is RunResult.InfoFile or NotBegun.FileName
        || path.Split('/') is ["scenarios", _, ScenarioEvidence.EventsFile or ScenarioEvidence.TraceFile or ScenarioEvidence.EndedFile];
}
