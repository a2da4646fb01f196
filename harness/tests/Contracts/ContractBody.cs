using System.Text.Json.Nodes;
using NJsonSchema;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>What a request or an answer carries.</summary>
/// <param name="Schema">What its JSON has to look like.</param>
internal sealed record ContractBody(JsonSchema Schema)
{
    private const string Json = "application/json";

    internal static async Task<ContractBody?> LoadAsync(JsonNode document, JsonNode? described)
    {
        if (described?["content"]?.AsObject() is not { } contents)
        {
            return null;
        }

        Assert.That(contents.Select(content => content.Key), Is.EqualTo([Json]), "these tests read JSON only");
        return new(await ContractSchema.LoadAsync(document, contents[Json]!["schema"]!));
    }

    internal static IEnumerable<string> Check(ContractBody? declared, string? contentType, string text)
    {
        if (declared is null)
        {
            return text.Length == 0 ? [] : ["no body is declared, but there is one"];
        }

        string found = contentType?.Split(';')[0] ?? "none";
        IEnumerable<string> problems = ContractSchema.Check(declared.Schema, text);
        return found == Json ? problems : problems.Prepend($"the content type {Json} is declared, found {found}");
    }
}
