using System.Text.RegularExpressions;

namespace CardConformance.Harness.Evidence;

/// <summary>An address as evidence may show it: host and path, without the query and without what may be a ticket.</summary>
public static partial class ShownAddress
{
    /// <summary>What stands for a query, and for a part of the path that is long enough to be a secret.</summary>
    public const string Mask = "…";

    /// <summary>The address, shown.</summary>
    /// <param name="address">An address, or a path.</param>
    public static string Of(string address)
    {
        string[] parts = address.Split('?', '#');
        string path = parts[0][(parts[0].IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        return LongPart().Replace(path, "/" + Mask) + (parts.Length > 1 ? "?" + Mask : "");
    }

    // National identifiers have 11 or 12 digits; words of a path are shorter, tickets longer.
    [GeneratedRegex("/[^/]{24,}")]
    private static partial Regex LongPart();
}
