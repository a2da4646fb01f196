namespace CardConformance.Harness.Attestation;

/// <summary>A file of the suite, or all files of a folder, as they were when a run began.</summary>
/// <param name="Name">Its path in the repository, or a program's name.</param>
/// <param name="Sha256">
/// Its digest; that of a folder is the digest of what <c>sha256sum</c> says of its files: <c>find fixtures -type f | LC_ALL=C sort | xargs -d '\n'
/// sha256sum | sha256sum</c>.
/// </param>
internal sealed record SuiteFile(string Name, string Sha256);
