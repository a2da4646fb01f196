using System.Text.Json;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Targets;

/// <summary>What product a run was about: <c>product.json</c> in its folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; <see langword="null"/> where nobody has said, which only a description may leave open.</param>
/// <param name="Observed">Whether the product itself said so when it was started; else its target's file says so.</param>
public sealed record TestedProduct(string Name, string? Version, bool Observed = true)
{
    /// <summary>The file in a run's folder.</summary>
    public const string FileName = "product.json";

    /// <summary>Writes it into a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    public void Describe(RunFolder folder) => File.WriteAllText(Path.Combine(folder.Path, FileName), JsonSerializer.Serialize(this, RunFolder.Json) + "\n");

    /// <summary>Reads it.</summary>
    /// <param name="json">What was written.</param>
    /// <exception cref="JsonException">It is something else, or names no product or version.</exception>
    public static TestedProduct Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<TestedProduct>(json, RunFolder.Json) is { Name.Length: > 0 } and ({ Version.Length: > 0 } or { Version: null, Observed: false }) and var product
            ? product
            : throw new JsonException("it names no product, or no version.");
}
