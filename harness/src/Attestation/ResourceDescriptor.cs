namespace CardConformance.Harness.Attestation;

/// <summary>A file or anything else that a statement speaks of.</summary>
/// <remarks>Source: in-toto Attestation Framework v1, ResourceDescriptor.</remarks>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Its digests by algorithm, hexadecimal.</param>
/// <param name="Annotations">What else is to be known of it.</param>
internal sealed record ResourceDescriptor(
    string Name, IReadOnlyDictionary<string, string> Digest, IReadOnlyDictionary<string, string>? Annotations = null)
{
    internal const string Sha256Algorithm = "sha256";
    internal const string GitCommitAlgorithm = "gitCommit";

    internal static ResourceDescriptor OfSha256(string name, string digest) => new(name, new Dictionary<string, string> { [Sha256Algorithm] = digest });
}
