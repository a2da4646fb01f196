using System.Text;
using System.Text.RegularExpressions;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Attestation;

/// <summary>What must not leave the house in a package.</summary>
internal static partial class PackageLeaks
{
    /// <summary>The leaks in a file, a sentence each.</summary>
    internal static IEnumerable<string> In(string path, ReadOnlyMemory<byte> content)
    {
        if (content.Span.IndexOf("PRIVATE KEY-----"u8) >= 0)
        {
            yield return $"{path} holds a private key.";
        }

        if (Path.GetFileName(path) != ScenarioEvidence.TraceFile)
        {
            yield break;
        }

        string[] lines = Encoding.UTF8.GetString(content.Span).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (CommandWithCode().IsMatch(lines[i]))
            {
                yield return $"{path}, line {i + 1}, shows a code: it is not masked.";
            }
        }
    }

    // VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER, of any class, with data behind the header. Masked it is **.
    [GeneratedRegex("^> [0-9A-F]{2} (20|24|2C)( [0-9A-F]{2}){4,}$")]
    private static partial Regex CommandWithCode();
}
