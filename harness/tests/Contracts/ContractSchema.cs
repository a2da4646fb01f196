using System.Text.Json.Nodes;
using Newtonsoft.Json;
using NJsonSchema;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>Schemas of contracts, as a validator of JSON Schema takes them.</summary>
internal static class ContractSchema
{
    internal static async Task<JsonSchema> LoadAsync(JsonNode document, JsonNode schema)
    {
        // A schema that stands alone keeps what it refers to in "definitions".
        JsonObject alone = schema.DeepClone().AsObject();
        if (document["components"]?["schemas"] is { } shared)
        {
            alone["definitions"] = shared.DeepClone();
        }

        string text = alone.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return await JsonSchema.FromJsonAsync(text);
    }

    /// <summary>What is wrong with a JSON text.</summary>
    internal static IEnumerable<string> Check(JsonSchema schema, string text)
    {
        try
        {
            return [.. schema.Validate(text).Select(error => $"{error.Path}: {error.Kind}")];
        }
        catch (JsonException mistake)
        {
            return [$"not JSON: {mistake.Message}"];
        }
    }

    /// <summary>The names of all properties that a JSON text may have, at any depth.</summary>
    internal static IEnumerable<string> NamesIn(JsonSchema schema) =>
        schema.ActualSchema.ActualProperties.SelectMany(property =>
            NamesIn(property.Value.Item ?? property.Value).Prepend(property.Key));
}
