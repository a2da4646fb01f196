using System.Text.Json.Serialization;

namespace CardConformance.Harness.Attestation;

/// <summary>What is signed: which files, and what the run says that they come from.</summary>
/// <remarks>Source: in-toto Attestation Framework v1, Statement.</remarks>
/// <param name="Type">Always <see cref="StatementType"/>.</param>
/// <param name="Subject">The files.</param>
/// <param name="PredicateType">Always <see cref="TestResultType"/>.</param>
/// <param name="Predicate">What the run says.</param>
internal sealed record Statement(
    [property: JsonPropertyName("_type")] string Type,
    IReadOnlyList<ResourceDescriptor> Subject,
    string PredicateType,
    TestResult Predicate)
{
    internal const string StatementType = "https://in-toto.io/Statement/v1";
    internal const string TestResultType = "https://in-toto.io/attestation/test-result/v0.1";

    private const string KeyAnnotation = "signingKey";
    private const string SelfTest = "self-test";
    private const string Suite = "CardConformance";

    /// <summary>Whether it was signed with a key that was made for it and thrown away.</summary>
    internal bool IsSelfTest() => Predicate.Configuration.Any(one => one.Annotations?.GetValueOrDefault(KeyAnnotation) == SelfTest);

    /// <summary>Makes the statement about a package.</summary>
    /// <param name="subjects">Paths and digests of the files; the list of digests among them covers all others.</param>
    /// <param name="verdict">What the run says.</param>
    /// <param name="suite">What it was played with.</param>
    /// <param name="selfTest">Whether the key will be thrown away.</param>
    internal static Statement Make(IEnumerable<(string Path, string Sha256)> subjects, VerdictRecord verdict, SuiteRecord suite, bool selfTest) => new(
        StatementType,
        [.. subjects.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => ResourceDescriptor.OfSha256(file.Path, file.Sha256))],
        TestResultType,
        new(
            ResultOf(verdict),
            [.. Configuration(verdict, suite, selfTest)],
            [.. verdict.Scenarios.Where(scenario => scenario.Status == ScenarioRecord.Passed).Select(scenario => scenario.Id)],
            [],
            [.. verdict.Scenarios.Where(scenario => scenario.IsBad()).Select(scenario => scenario.Id)]));

    // Whoever reads nothing but the result must not take a part for the whole.
    private static string ResultOf(VerdictRecord verdict) => verdict switch
    {
        { Scenarios: var scenarios } when scenarios.Any(scenario => scenario.IsBad()) => "FAILED",
        { Scope.Whole: true, Verdict: "conforming" } => "PASSED",
        _ => "WARNED",
    };

    private static IEnumerable<ResourceDescriptor> Configuration(VerdictRecord verdict, SuiteRecord suite, bool selfTest)
    {
        var digest = new Dictionary<string, string> { [ResourceDescriptor.Sha256Algorithm] = Sha256Sum.Of(PackageJson.Write(suite)) };
        if (suite.Commit() is { } commit)
        {
            digest.Add(ResourceDescriptor.GitCommitAlgorithm, commit);
        }

        yield return new(Suite, digest, new Dictionary<string, string>
        {
            ["version"] = suite.Version,
            ["scope"] = verdict.Scope.Whole ? "whole" : "partial",
            [KeyAnnotation] = selfTest ? SelfTest : "kept",
        });
        foreach (SuiteFile file in suite.Files)
        {
            yield return ResourceDescriptor.OfSha256(file.Name, file.Sha256);
        }
    }
}
