using System.Text.Json.Nodes;
using NJsonSchema;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>Something that a request carries in its path or its headers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c> or <c>header</c>.</param>
/// <param name="Required">Whether it may not be missing.</param>
/// <param name="Schema">What it has to look like.</param>
internal sealed record ContractParameter(string Name, string In, bool Required, JsonSchema Schema)
{
    internal static async Task<ContractParameter> LoadAsync(JsonNode document, JsonNode described)
    {
        if ((string?)described["$ref"] is { } reference)
        {
            described = document["components"]!["parameters"]![reference.Split('/')[^1]]!;
        }

        string where = (string)described["in"]!;
        Assert.That(where, Is.AnyOf("path", "header"), "these tests read no other parameters yet");
        return new(
            (string)described["name"]!,
            where,
            (bool?)described["required"] ?? false,
            await ContractSchema.LoadAsync(document, described["schema"]!));
    }

    internal IEnumerable<string> Check(string? value) => value is null
        ? Required ? [$"{Name} is missing"] : []
        : ContractSchema.Check(Schema, JsonValue.Create(value).ToJsonString()).Select(problem => $"{Name}: {problem}");
}
