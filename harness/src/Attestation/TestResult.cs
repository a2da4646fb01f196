namespace CardConformance.Harness.Attestation;

/// <summary>The predicate of a statement about tests.</summary>
/// <remarks>Source: in-toto Attestation Framework, predicate test-result v0.1. It knows neither skipped nor not applicable: <c>verdict.json</c> does.</remarks>
/// <param name="Result"><c>PASSED</c>, <c>WARNED</c> or <c>FAILED</c>.</param>
/// <param name="Configuration">What the tests were run with.</param>
/// <param name="PassedTests">Ids of scenarios.</param>
/// <param name="WarnedTests">Ids of scenarios.</param>
/// <param name="FailedTests">Ids of scenarios.</param>
internal sealed record TestResult(
    string Result,
    IReadOnlyList<ResourceDescriptor> Configuration,
    IReadOnlyList<string> PassedTests,
    IReadOnlyList<string> WarnedTests,
    IReadOnlyList<string> FailedTests);
