using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>One OpenAPI file of <c>fixtures/contracts</c>: the operations of one back end.</summary>
/// <param name="Server">Where all its paths begin, for example <c>/portefeuille</c>.</param>
/// <param name="Operations">What can be asked of it.</param>
internal sealed record OpenApiContract(string Server, IReadOnlyList<ContractOperation> Operations)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    // Once and one after the other: the reader of schemas is not made for several at a time.
    private static readonly Lazy<Task<IReadOnlyList<OpenApiContract>>> All = new(LoadAllAsync);

    /// <summary>The contracts of all back ends.</summary>
    internal static Task<IReadOnlyList<OpenApiContract>> ReadAllAsync() => All.Value;

    private static async Task<IReadOnlyList<OpenApiContract>> LoadAllAsync()
    {
        List<OpenApiContract> contracts = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, "contracts"), "*.yaml"))
        {
            contracts.Add(await LoadAsync(file));
        }

        return contracts;
    }

    private static async Task<OpenApiContract> LoadAsync(string file)
    {
        JsonNode document = ReadYaml(await File.ReadAllTextAsync(file));
        string server = (string)document["servers"]![0]!["url"]!;
        List<ContractOperation> operations = [];
        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            foreach (string method in Methods.Where(item!.AsObject().ContainsKey))
            {
                operations.Add(await ContractOperation.LoadAsync(document, server + path, item!, method));
            }
        }

        return new(server, operations);
    }

    // Everything that JSON can say, YAML says too; what stands in quotes stays a text.
    private static JsonNode ReadYaml(string text)
    {
        object? document = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(text);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(document))!;
    }
}
