using System.Security.Cryptography;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Attestation;

/// <summary>All files of a package, by path.</summary>
/// <param name="Files">The files.</param>
/// <param name="Findings">What else there is that is no file.</param>
/// <param name="Wrapping">What is wrong with the zip file around the files, which one changed file makes wrong too.</param>
internal sealed record PackageContents(
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, IReadOnlyList<Finding> Findings, Finding? Wrapping = null)
{
    /// <summary>The signed statement.</summary>
    internal const string AttestationFile = "attestation.json";

    /// <summary>Digests of all files but itself and the statement, as <c>sha256sum</c> writes them.</summary>
    internal const string DigestsFile = "SHA256SUMS";

    /// <summary>A package holds less than this: it is read as a whole.</summary>
    internal const long MaxBytes = 512L << 20;

    /// <summary>A package holds no more files: zip cannot count further without extensions.</summary>
    internal const int MaxFiles = ushort.MaxValue;

    /// <summary>Reads a package: the zip file, or the folder that it was unpacked to.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="UserException">There is none.</exception>
    /// <exception cref="PackageException">It is damaged so that its files cannot be read.</exception>
    internal static PackageContents Read(string path)
    {
        if (Directory.Exists(path))
        {
            return ReadFolder(path);
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserException($"There is no package {path}.");
        }

        if (file.Length > MaxBytes)
        {
            throw new UserException($"{path} is {Size.Of(file.Length)} long; packages are at most {Size.Of(MaxBytes)}.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        return StoredZip.IsZip(bytes)
            ? ReadZip(bytes)
            : throw new UserException($"{path} is not a package: neither a zip file with one, nor the folder that one was unpacked to.");
    }

    /// <summary>Reads a zip file.</summary>
    /// <exception cref="PackageException">It is damaged so that its files cannot be read.</exception>
    internal static PackageContents ReadZip(byte[] zip)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = StoredZip.Read(zip);
        using var sha256 = SHA256.Create();
        using (var again = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write))
        {
            StoredZip.Write(again, files);
        }

        return sha256.Hash.AsSpan().SequenceEqual(SHA256.HashData(zip))
            ? new(files, [])
            : new(files, [], new("the zip file", "bytes around its files that \"package\" does not write", "the zip file as it was written, or its files in a folder"));
    }

    private static PackageContents ReadFolder(string folder)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        List<Finding> findings = [];
        long bytes = 0;
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = 0,
            IgnoreInaccessible = false,
        }))
        {
            string path = Path.GetRelativePath(folder, entry.FullName);
            switch (entry)
            {
                case { LinkTarget: not null }:
                    findings.Add(new(path, "a link", "nothing but files"));
                    break;
                case DirectoryInfo directory when directory.EnumerateFileSystemInfos().Any():
                    break;
                case DirectoryInfo:
                    findings.Add(new(path, "an empty folder", "nothing"));
                    break;
                case FileInfo file when (bytes += file.Length) > MaxBytes || files.Count == MaxFiles:
                    throw new UserException($"{folder} is not a package: it holds more than {Size.Of(MaxBytes)} or {MaxFiles} files.");
                default:
                    files.Add(path, File.ReadAllBytes(entry.FullName));
                    break;
            }
        }

        return files.ContainsKey(AttestationFile)
            ? new(files, findings)
            : throw new UserException($"{folder} is not a package: it holds no {AttestationFile}. \"package RUN\" makes one of a run.");
    }
}
