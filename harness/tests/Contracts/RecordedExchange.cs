using System.Text.Json.Nodes;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>A request that WireMock received, with its answer, from WireMock's journal.</summary>
internal sealed record RecordedExchange(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body, int Status, string? ContentType, string Answer)
{
    internal static RecordedExchange From(JsonNode entry)
    {
        JsonNode request = entry["request"]!;
        JsonNode response = entry["response"]!;
        return new(
            (string)request["method"]!,
            (string)request["url"]!,
            HeadersOf(request),
            (string?)request["body"] ?? "",
            (int)response["status"]!,
            HeadersOf(response).GetValueOrDefault("Content-Type"),
            (string?)response["body"] ?? "");
    }

    /// <summary>What is wrong with the request.</summary>
    internal IEnumerable<string> CheckRequest(IReadOnlyList<OpenApiContract> contracts) =>
        Find(contracts) is { } operation ? operation.CheckRequest(Path, Headers, Body) : [$"no contract has {Method} {Path}"];

    /// <summary>What is wrong with the request or with its answer.</summary>
    internal IEnumerable<string> Check(IReadOnlyList<OpenApiContract> contracts) =>
        CheckRequest(contracts).Concat(Find(contracts)?.CheckResponse(Status, ContentType, Answer) ?? []);

    // No operation takes a query yet: an address with one is an address that no contract has.
    private ContractOperation? Find(IReadOnlyList<OpenApiContract> contracts) =>
        contracts.SelectMany(contract => contract.Operations).FirstOrDefault(operation => operation.Takes(Method, Path));

    // A header that comes twice is a list; none of the contracts' may.
    private static Dictionary<string, string> HeadersOf(JsonNode message) =>
        (message["headers"]?.AsObject() ?? []).ToDictionary(
            header => header.Key, header => header.Value!.ToString(), StringComparer.OrdinalIgnoreCase);
}
