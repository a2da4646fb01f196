namespace CardConformance.Harness.Attestation;

/// <summary>Something in a package is not as it was signed, or as packages are made.</summary>
/// <param name="file">Which file, or which part of the package.</param>
/// <param name="found">What there is.</param>
/// <param name="expected">What there should be.</param>
internal sealed class PackageException(string file, string found, string expected) : Exception($"{file}: found {found}, expected {expected}")
{
    internal Finding Finding { get; } = new(file, found, expected);
}
