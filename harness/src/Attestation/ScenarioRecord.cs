using System.Text.Json;
using System.Text.RegularExpressions;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Attestation;

/// <summary>A scenario in <c>verdict.json</c>.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Requirements">The requirements that it covers.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c>, <c>notTestable</c> on this product, or <c>interrupted</c> when it never ended.</param>
/// <param name="Attempts">How often it was played. There are no retries: 1.</param>
/// <param name="DurationMilliseconds">How long it took.</param>
/// <param name="Error">What went wrong, in French, without paths of the machine; nothing when it passed.</param>
/// <param name="Blame">Whose failure it is: <c>product</c>, <c>configuration</c> or <c>harness</c>; nothing when it did not fail.</param>
/// <param name="Reason">Why it could not be tried.</param>
internal sealed partial record ScenarioRecord(
    string Id, IReadOnlyList<string> Requirements, string Status, int Attempts, long DurationMilliseconds, string? Error = null,
    string? Blame = null, string? Reason = null)
{
    internal const string Passed = "passed";
    internal const string NotTestable = "notTestable";

    /// <summary>Whether it speaks against the product, or leaves open what would.</summary>
    internal bool IsBad() => Status is not (Passed or NotTestable);

    internal static ScenarioRecord Make(ScenarioResult scenario) => new(
        scenario.Begun.Id,
        [.. scenario.Begun.Requirements.Order(StringComparer.Ordinal)],
        scenario switch { { Ended: null } => "interrupted", { NotTestable: not null } => NotTestable, { Passed: true } => Passed, _ => "failed" },
        Attempts: 1,
        (long)scenario.Duration.TotalMilliseconds,
        scenario.Error is { } error ? WithoutPaths(error) : null,
        scenario.Rule is { } rule ? JsonNamingPolicy.CamelCase.ConvertName(rule.Blame.ToString()) : null,
        scenario.NotTestable);

    /// <summary>Paths of the machine, to their last name. Addresses of servers stay.</summary>
    internal static string WithoutPaths(string text) => AbsolutePath().Replace(text, "…/$1");

    [GeneratedRegex(@"(?<![\w:/.…-])/(?:[\w.+-]+/)+([\w.+-]+)")]
    private static partial Regex AbsolutePath();
}
