using System.Text.Json;
using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.SystemUnderTest;

/// <summary>What the product under test said that it is: observed when it was started or reached, never typed. <c>product.json</c> in a run's folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record ObservedProduct(string Name, string Version)
{
    /// <summary>The file in a run's folder.</summary>
    public const string FileName = "product.json";

    /// <summary>Writes it into a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    public void Describe(RunFolder folder) => File.WriteAllText(Path.Combine(folder.Path, FileName), JsonSerializer.Serialize(this, RunFolder.Json) + "\n");

    /// <summary>Reads it.</summary>
    /// <param name="json">What was written.</param>
    /// <exception cref="JsonException">It is something else, or names no product or version.</exception>
    public static ObservedProduct Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ObservedProduct>(json, RunFolder.Json) is { Name.Length: > 0, Version.Length: > 0 } product
            ? product
            : throw new JsonException("it names no product, or no version.");
}
