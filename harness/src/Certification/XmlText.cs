using System.Text.RegularExpressions;

namespace CardConformance.Harness.Certification;

/// <summary>Text for XML.</summary>
internal static partial class XmlText
{
    /// <summary>The text without what colours a terminal, and without characters that XML cannot hold.</summary>
    internal static string Clean(string text) => Unfit().Replace(text, "");

    // Control sequences; characters outside XML's range (XML 1.0, 2.2); halves of surrogate pairs.
    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]|[^\t\n\r\x20-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unfit();
}
