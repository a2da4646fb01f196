using System.Text.RegularExpressions;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Evidence;

/// <summary>What a step expected, and what it saw instead.</summary>
/// <param name="Expected">What should have been there.</param>
/// <param name="Seen">What was.</param>
/// <param name="Screen">Id of the screen that was expected, or <see langword="null"/> when something else was.</param>
public sealed partial record Mismatch(string Expected, string Seen, string? Screen = null)
{
    /// <summary>What a failure says about it, or <see langword="null"/> when it does not compare anything.</summary>
    /// <param name="failure">A failure of a screen, or of an assertion of NUnit.</param>
    public static Mismatch? Of(Exception? failure) => failure switch
    {
        null => null,
        ScreenException { Mismatch: { } mismatch } => mismatch,
        _ => Compared().Match(failure.Message) is { Success: true } match
            ? new(match.Groups["expected"].Value.Trim(), match.Groups["seen"].Value.Trim())
            : null,
    };

    // As NUnit writes it, the first of several.
    [GeneratedRegex(@"^\s*Expected: (?<expected>.+?)^\s*But was: (?<seen>.+?)(?=^\s*(-+\^|Expected: |\d+\))|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Compared();
}
