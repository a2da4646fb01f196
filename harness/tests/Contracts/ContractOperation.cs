using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>One operation of a contract: a method on a path, what it takes and what it may answer.</summary>
internal sealed class ContractOperation
{
    private readonly string _name;
    private readonly Regex _path;
    private readonly List<ContractParameter> _parameters = [];
    private readonly Dictionary<int, ContractBody?> _responses = [];

    private ContractOperation(string method, string template)
    {
        Method = method.ToUpperInvariant();
        _name = $"{Method} {template}";
        _path = new($"^{Regex.Replace(template, "{(.+?)}", "(?<$1>[^/?]+)")}$");
    }

    internal string Method { get; }

    /// <summary>What the request carries, or <see langword="null"/> when it carries nothing.</summary>
    internal ContractBody? Request { get; private set; }

    internal static async Task<ContractOperation> LoadAsync(JsonNode document, string template, JsonNode path, string method)
    {
        JsonNode description = path[method]!;
        var operation = new ContractOperation(method, template);
        foreach (JsonNode? parameter in Items(path["parameters"]).Concat(Items(description["parameters"])))
        {
            operation._parameters.Add(await ContractParameter.LoadAsync(document, parameter!));
        }

        operation.Request = await ContractBody.LoadAsync(document, description["requestBody"]);
        foreach ((string status, JsonNode? response) in description["responses"]!.AsObject())
        {
            operation._responses[int.Parse(status, CultureInfo.InvariantCulture)] = await ContractBody.LoadAsync(document, response);
        }

        return operation;
    }

    internal bool Takes(string method, string path) => method == Method && _path.IsMatch(path);

    /// <summary>What is wrong with a request.</summary>
    internal IEnumerable<string> CheckRequest(string path, IReadOnlyDictionary<string, string> headers, string body)
    {
        GroupCollection segments = _path.Match(path).Groups;
        IEnumerable<string> problems = _parameters.SelectMany(parameter => parameter.Check(
            parameter.In == "path" ? Uri.UnescapeDataString(segments[parameter.Name].Value) : headers.GetValueOrDefault(parameter.Name)));
        IEnumerable<string> bodyProblems = ContractBody.Check(Request, headers.GetValueOrDefault("Content-Type"), body);
        return problems.Concat(bodyProblems).Select(problem => $"{_name}: {problem}");
    }

    /// <summary>What is wrong with an answer.</summary>
    internal IEnumerable<string> CheckResponse(int status, string? contentType, string body) =>
        (_responses.TryGetValue(status, out ContractBody? declared)
            ? ContractBody.Check(declared, contentType, body)
            : ["this status is not declared"]).Select(problem => $"{_name}, {status}: {problem}");

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list?.AsArray() ?? Enumerable.Empty<JsonNode?>();
}
