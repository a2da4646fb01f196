using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>Holds a stub, in WireMock's JSON, to the contracts.</summary>
/// <param name="contracts">The contracts of all back ends.</param>
internal sealed partial class StubCheck(IReadOnlyList<OpenApiContract> contracts)
{
    // These look at the body as a text, or name no property.
    private static readonly string[] NamelessPatterns =
        ["equalTo", "contains", "doesNotContain", "matches", "doesNotMatch", "absent", "ignoreArrayOrder", "ignoreExtraElements", "caseInsensitive"];

    /// <summary>What is wrong with a stub; nothing when it keeps its contract.</summary>
    internal IReadOnlyList<string> Check(JsonNode mapping)
    {
        JsonNode request = mapping["request"]!;
        string method = (string?)request["method"] ?? "ANY";
        string? path = (string?)request["urlPath"] ?? (string?)request["url"];
        ContractOperation? operation = contracts.SelectMany(contract => contract.Operations)
            .FirstOrDefault(operation => path is not null && operation.Takes(method, path));
        return operation is null
            ? [$"no contract has {method} {path ?? request["urlPathPattern"] ?? request["urlPattern"] ?? "any path"}"]
            : [.. CheckPatterns(operation, request["bodyPatterns"]), .. CheckResponse(operation, mapping["response"]!)];
    }

    private static IEnumerable<string> CheckPatterns(ContractOperation operation, JsonNode? patterns)
    {
        string[] declared = operation.Request is null ? [] : [.. ContractSchema.NamesIn(operation.Request.Schema)];
        return (patterns?.AsArray() ?? []).SelectMany(pattern => pattern!.AsObject()).SelectMany(pattern => NamesIn(pattern.Key, pattern.Value!))
            .Except(declared)
            .Select(name => $"a pattern names {name}, which the request body does not have");
    }

    private static IEnumerable<string> NamesIn(string pattern, JsonNode operand) => pattern switch
    {
        "equalToJson" => NamesIn(operand is JsonValue text ? JsonNode.Parse((string)text!) : operand),
        "matchesJsonPath" => NameInPath().Matches((string?)(operand is JsonObject ? operand["expression"] : operand) ?? "")
            .Select(match => match.Groups["name"].Value),
        _ when NamelessPatterns.Contains(pattern) => [],
        _ => throw new NotSupportedException($"these tests do not read the pattern \"{pattern}\" yet"),
    };

    private static IEnumerable<string> NamesIn(JsonNode? json) => json switch
    {
        JsonObject members => members.SelectMany(member => NamesIn(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(NamesIn),
        _ => [],
    };

    private static IEnumerable<string> CheckResponse(ContractOperation operation, JsonNode response) => operation.CheckResponse(
        (int?)response["status"] ?? 200,
        (string?)response["headers"]?["Content-Type"],
        response["jsonBody"]?.ToJsonString() ?? (string?)response["body"] ?? "");

    [GeneratedRegex(@"\.(?<name>[A-Za-z_]\w*)|\['(?<name>[^']+)'\]")]
    private static partial Regex NameInPath();
}
