using System.Globalization;

namespace CardConformance.Harness.Attestation;

/// <summary>Sizes for people.</summary>
internal static class Size
{
    private const double Kibi = 1024;

    internal static string Of(long bytes) => bytes < Kibi * Kibi
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kibi:0.0} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (Kibi * Kibi):0.0} MiB");
}
