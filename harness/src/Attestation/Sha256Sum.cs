using System.Security.Cryptography;
using System.Text;

namespace CardConformance.Harness.Attestation;

/// <summary>Digests as <c>sha256sum</c> writes and checks them: a line for each file, digest, two spaces, path.</summary>
internal static class Sha256Sum
{
    private const int DigestLength = 64;
    private const string Gap = "  ";

    internal static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The lines, by path.</summary>
    internal static byte[] Write(IEnumerable<(string Path, string Sha256)> files) => Encoding.UTF8.GetBytes(
        string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}{Gap}{file.Path}\n")));

    /// <summary>Reads them.</summary>
    /// <returns>Digests by path; <see langword="null"/> when it is not a list as <see cref="Write"/> makes it.</returns>
    internal static IReadOnlyDictionary<string, string>? Read(ReadOnlySpan<byte> list)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length <= DigestLength + Gap.Length || !files.TryAdd(line[(DigestLength + Gap.Length)..], line[..DigestLength]))
            {
                return null;
            }
        }

        return list.SequenceEqual(Write(files.Select(file => (file.Key, file.Value)))) ? files : null;
    }
}
