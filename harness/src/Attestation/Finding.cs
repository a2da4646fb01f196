namespace CardConformance.Harness.Attestation;

/// <summary>A reason to refuse a package.</summary>
/// <param name="File">Which file, or which part of the package.</param>
/// <param name="Found">What there is.</param>
/// <param name="Expected">What there should be.</param>
internal sealed record Finding(string File, string Found, string Expected);
