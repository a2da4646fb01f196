using System.Text.Json.Nodes;
using CardConformance.Harness.StandIns;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>The stubs answer as the contracts say, so that what works against them works against a back end that keeps the contract.</summary>
public sealed class StubsKeepContractsTests
{
    private const string AnyPerson = "899700000013";

    private static readonly Correspondence AnyReach = new("+33639981234", "porteur@cabinet.example");

    private static readonly string Stubs = Path.Combine(Repository.Fixtures, "stubs");

    private static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Stubs, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Stubs, file)).Order();

    [TestCaseSource(nameof(Files))]
    public async Task Stub_keeps_its_contract(string file)
    {
        string template = await File.ReadAllTextAsync(Path.Combine(Stubs, file));
        Assert.That(await CheckAsync(StandIn.Fill(template, AnyPerson, AnyReach)), Is.Empty);
    }

    [Test]
    public async Task Every_back_end_has_a_contract_with_operations()
    {
        IReadOnlyList<OpenApiContract> contracts = await OpenApiContract.ReadAllAsync();
        Assert.That(contracts.Select(contract => contract.Server), Is.EquivalentTo(["/portefeuille", "/sms", "/courriel"]));
        Assert.That(contracts.Select(contract => contract.Operations), Has.None.Empty);
    }

    [TestCase("/sms/messages/1", "POST", "no contract has POST /sms/messages/1", TestName = "Path_of_no_contract")]
    [TestCase("/sms/messages", "PUT", "no contract has PUT /sms/messages", TestName = "Method_of_no_contract")]
    [TestCase("/sms/messages", "ANY", "no contract has ANY /sms/messages", TestName = "Any_method")]
    public async Task Request_that_no_contract_has_is_found(string path, string method, string problem)
    {
        string stub = $$"""{ "request": { "method": "{{method}}", "urlPath": "{{path}}" }, "response": { "status": 202 } }""";
        Assert.That(await CheckAsync(stub), Is.EqualTo([problem]));
    }

    [TestCase("200", """{ "etat": "accepte" }""", "200: this status is not declared", TestName = "Undeclared_status")]
    [TestCase("202", "{ }", "202: #/etat: PropertyRequired", TestName = "Required_property_missing")]
    [TestCase("202", """{ "etat": "perdu" }""", "202: #/etat: NotInEnumeration", TestName = "Value_that_is_not_declared")]
    [TestCase("202", """{ "etat": 1 }""", "202: #/etat: StringExpected", TestName = "Value_of_another_type")]
    [TestCase("202", """{ "etat": "accepte", "id": 1 }""", "202: #/id: NoAdditionalPropertiesAllowed", TestName = "Property_that_is_not_declared")]
    public async Task Response_that_breaks_the_contract_is_found(string status, string body, string problem)
    {
        string stub = $$"""
            {
              "request": { "method": "POST", "urlPath": "/sms/messages" },
              "response": { "status": {{status}}, "jsonBody": {{body}}, "headers": { "Content-Type": "application/json" } }
            }
            """;
        Assert.That(await CheckAsync(stub), Has.One.EqualTo($"POST /sms/messages, {problem}"));
    }

    [Test]
    public async Task Missing_content_type_and_body_are_found()
    {
        string stub = """{ "request": { "method": "POST", "urlPath": "/sms/messages" }, "response": { "status": 202 } }""";
        Assert.That(await CheckAsync(stub), Has.Count.EqualTo(2).And.Some.Contains("content type").And.Some.Contains("not JSON"));
    }

    [Test]
    public async Task Body_where_none_is_declared_is_found()
    {
        string stub =
            """{ "request": { "method": "GET", "urlPath": "/portefeuille/porteurs/899" }, "response": { "status": 404, "body": "inconnu" } }""";
        Assert.That(await CheckAsync(stub), Has.One.Contains("no body is declared"));
    }

    [TestCase("""{ "matchesJsonPath": "$.numero" }""", "numero", TestName = "Pattern_with_a_path")]
    [TestCase("""{ "matchesJsonPath": { "expression": "$['numero']", "equalTo": "1" } }""", "numero", TestName = "Pattern_with_a_path_in_brackets")]
    [TestCase("""{ "equalToJson": { "texte": "a", "de": [{ "nom": "b" }] }, "ignoreExtraElements": true }""", "de", TestName = "Pattern_with_JSON")]
    [TestCase("""{ "equalToJson": "{ \"numero\": 1 }" }""", "numero", TestName = "Pattern_with_JSON_in_a_text")]
    public async Task Pattern_that_names_an_undeclared_property_is_found(string pattern, string name) =>
        Assert.That(await CheckAsync(WithPattern(pattern)), Has.One.EqualTo($"a pattern names {name}, which the request body does not have"));

    [TestCase("""{ "matchesJsonPath": { "expression": "$.destinataire", "equalTo": "+33639980000" } }""", TestName = "Declared_property")]
    [TestCase("""{ "contains": "+33639980000" }""", TestName = "Text_anywhere")]
    public async Task Pattern_that_names_what_is_declared_may_stay(string pattern) =>
        Assert.That(await CheckAsync(WithPattern(pattern)), Is.Empty);

    private static string WithPattern(string pattern) =>
        $$"""
        {
          "request": { "method": "POST", "urlPath": "/sms/messages", "bodyPatterns": [{{pattern}}] },
          "response": { "status": 202, "jsonBody": { "etat": "accepte" }, "headers": { "Content-Type": "application/json" } }
        }
        """;

    private static async Task<IReadOnlyList<string>> CheckAsync(string stub) => await CheckAsync(JsonNode.Parse(stub)!);

    private static async Task<IReadOnlyList<string>> CheckAsync(JsonNode stub) => new StubCheck(await OpenApiContract.ReadAllAsync()).Check(stub);
}
