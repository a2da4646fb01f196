using System.Globalization;

namespace CardConformance.Harness.Attestation;

/// <summary>Sizes for people.</summary>
internal static class Size
{
    internal static string Of(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.0} MiB");
}
