using System.Text.RegularExpressions;

namespace CardConformance.Harness.Nights;

/// <summary>A message without what differs in each run: people, dates, ports, identifiers.</summary>
internal static partial class NormalisedMessage
{
    /// <summary>The message with a sign in place of each of these.</summary>
    /// <param name="text">The message.</param>
    internal static string Of(string text) => Numbers().Replace(Identifiers().Replace(Mails().Replace(text, "@"), "#"), "#");

    // Addresses of mail, of invented people.
    [GeneratedRegex(@"[\w.+-]+@[\w.-]+")]
    private static partial Regex Mails();

    // Hexadecimal of at least eight digits, with or without hyphens: UUIDs, serial numbers, digests.
    [GeneratedRegex(@"\b(?=[0-9A-Fa-f-]*\d)[0-9A-Fa-f]{8}[0-9A-Fa-f-]*\b")]
    private static partial Regex Identifiers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
