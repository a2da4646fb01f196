using System.Text.RegularExpressions;

namespace CardConformance.Harness.Leaks;

/// <summary>Looks for codes of cards: few digits, which also stand in other numbers.</summary>
internal static partial class CodeSearch
{
    /// <summary>Whether one of some codes stands in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codes">The codes; a longer word or number that holds one does not count, nor does a port or a part of a UUID.</param>
    internal static bool Holds(string text, IReadOnlyCollection<string> codes) =>
        codes.Any(code => text.Contains(code, StringComparison.Ordinal)) && IsIn(PortOrUuid().Replace(text, " "), codes);

    /// <summary>The text with something else in place of each code.</summary>
    internal static string Replace(string text, IReadOnlyCollection<string> codes, string mask) =>
        codes.Aggregate(text, (shown, code) => Regex.Replace(shown, Alone(code), mask));

    private static bool IsIn(string text, IReadOnlyCollection<string> codes) =>
        codes.Any(code => text.Contains(code, StringComparison.Ordinal) && Regex.IsMatch(text, Alone(code)));

    private static string Alone(string code) => $"(?<![0-9A-Za-z]){Regex.Escape(code)}(?![0-9A-Za-z])";

    [GeneratedRegex(@"(?<=://[^/\s""'<>:]*):[0-9]+|(?<=localhost|[a-z0-9]\.[a-z0-9-]+):[0-9]+(?=[/?]|$)|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex PortOrUuid();
}
