using System.Net;
using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Tests.SystemUnderTest;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.Contracts;

/// <summary>The reference asks its back ends for what the contracts declare, in the form that they declare.</summary>
public sealed class ReferenceKeepsContractsTests : IDisposable
{
    private static RunningReference? _reference;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-contracts-");
    private Readers.Lease? _reader;
    private HttpVisitor? _visitor;

    private static RunningReference Reference => _reference ?? throw new InvalidOperationException("the reference was not started");

    [OneTimeSetUp]
    public static async Task StartAsync() => _reference = await RunningReference.StartAsync();

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_reference is not null)
        {
            await _reference.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _visitor?.Dispose();
        _reader?.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Activation_with_a_card()
    {
        (HttpVisitor visitor, Person person) = await LogInAsync("activation");
        await visitor.PairAsync();
        await visitor.CreatePasswordAsync("2580");
        HttpScreen last = await visitor.ConfirmPasswordAsync("2580");
        IReadOnlyList<RecordedExchange> calls = await ReadCallsAsync(person);
        Assert.That(last.Title, Is.EqualTo("La carte est active"));
        Assert.That(calls.Select(call => call.Method), Is.EqualTo(["GET", "PUT"]));
        Assert.That(await CheckAsync(calls, (call, contracts) => call.Check(contracts)), Is.Empty);
    }

    [Test]
    public async Task Activation_that_is_asked_for_again_after_a_failure()
    {
        (HttpVisitor visitor, Person person) = await LogInAsync("panne");
        await visitor.PairAsync();
        await visitor.CreatePasswordAsync("2580");
        string failure = await Reference.BackEnds.AddAsync(JsonNode.Parse(
            $$"""
            {
              "priority": 1,
              "request": { "method": "PUT", "urlPath": "/portefeuille/porteurs/{{person.IdentifiantNational}}/e-cps" },
              "response": { "status": 503 }
            }
            """)!);
        HttpScreen failed = await visitor.ConfirmPasswordAsync("2580");
        await Reference.BackEnds.RemoveAsync(failure);
        HttpScreen last = await visitor.SendAsync("/activation/reprise");
        RecordedExchange[] asked = [.. (await ReadCallsAsync(person)).Where(call => call.Method == "PUT")];
        Assert.That(failed.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(last.Title, Is.EqualTo("La carte est active"));
        Assert.That(asked, Has.Length.EqualTo(2));
        Assert.That(await CheckAsync(asked, (call, contracts) => call.CheckRequest(contracts)), Is.Empty);
        Assert.That(asked[0].Headers["Idempotency-Key"], Is.EqualTo(asked[1].Headers["Idempotency-Key"]), "the wallet must be able to tell");
    }

    [Test]
    public async Task Activation_that_replaces_an_e_CPS()
    {
        (HttpVisitor visitor, Person person) = await LogInAsync("remplacement");
        await new StandIn(Reference.BackEnds).RememberActiveAsync(person.Entry, phone: null);
        await visitor.PairAsync(replacing: true);
        await visitor.CreatePasswordAsync("2580");
        HttpScreen last = await visitor.ConfirmPasswordAsync("2580");
        IReadOnlyList<RecordedExchange> calls = await ReadCallsAsync(person);
        Assert.That(last.Title, Is.EqualTo("La carte est active"));
        Assert.That(await CheckAsync(calls, (call, contracts) => call.Check(contracts)), Is.Empty);
    }

    [Test]
    public async Task Confirmation_that_is_sent_several_times_at_once_tells_the_wallet_once()
    {
        (HttpVisitor visitor, Person person) = await LogInAsync("double-envoi");
        await new StandIn(Reference.BackEnds).FailAsync(
            BackEnd.Named("portefeuille, à l'activation,"), BackEndFault.Named("répond lentement"), person.Entry, person.Reach);
        await visitor.PairAsync();
        await visitor.CreatePasswordAsync("2580");
        HttpScreen[] screens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.ConfirmPasswordAsync("2580")));
        Assert.That(screens.Select(screen => screen.Title), Is.All.EqualTo("La carte est active"));
        Assert.That((await ReadCallsAsync(person)).Count(call => call.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task Code_d_ajout_that_is_sent_twice_serves_once()
    {
        (HttpVisitor visitor, Person person) = await LogInAsync("code-double");
        HttpScreen paired = await visitor.PairAsync();
        HttpScreen again = await visitor.SendCodeAjoutAsync();
        Assert.That(paired.Title, Is.EqualTo("Activation : Définition du mot de passe"));
        Assert.That(again.Title, Is.EqualTo("Activation : Définition du mot de passe"));
        Assert.That(again.Html, Does.Contain("Ce code d'ajout est à usage unique et a déjà servi."));
        Assert.That((await ReadCallsAsync(person)).Select(call => call.Method), Is.EqualTo(["GET"]));
    }

    [TestCase("PUT", "/portefeuille/porteurs/899/e-cps", "{}", "Idempotency-Key is missing", TestName = "Required_header_missing")]
    [TestCase("PUT", "/portefeuille/porteurs/899/e-cps", "{}", "#/telephone: PropertyRequired", TestName = "Required_property_missing_in_a_request")]
    [TestCase("PUT", "/portefeuille/porteurs/899/e-cps", "", "not JSON", TestName = "Body_missing_in_a_request")]
    [TestCase("PUT", "/portefeuille/porteurs/899/e-cps", "{", "not JSON", TestName = "Body_that_is_not_JSON")]
    [TestCase("GET", "/portefeuille/porteurs/899", "{}", "no body is declared", TestName = "Body_where_a_request_has_none")]
    [TestCase("GET", "/portefeuille/porteurs/x", "", "identifiantNational: #/: PatternMismatch", TestName = "Identifier_of_another_form")]
    [TestCase("GET", "/portefeuille/porteurs/899?tout=1", "", "no contract has", TestName = "Query_that_no_contract_has")]
    [TestCase("DELETE", "/portefeuille/porteurs/899", "", "no contract has", TestName = "Request_that_no_contract_has")]
    public async Task Request_that_breaks_a_contract_is_found(string method, string path, string body, string problem)
    {
        using var client = new HttpClient { BaseAddress = Reference.BackEnds.Address };
        using var request = new HttpRequestMessage(new(method), path);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, mediaType: new("application/json"));
        }

        // Unlike anybody else's, so that it can be found in the journal.
        string mark = Guid.NewGuid().ToString("N");
        request.Headers.Add("X-Test", mark);
        using HttpResponseMessage answer = await client.SendAsync(request);
        IReadOnlyList<RecordedExchange> calls =
            [.. (await Reference.ReadJournalAsync("")).Select(RecordedExchange.From).Where(call => call.Headers.GetValueOrDefault("X-Test") == mark)];
        Assert.That(await CheckAsync(calls, (call, contracts) => call.CheckRequest(contracts)), Has.Some.Contains(problem));
    }

    private async Task<(HttpVisitor Visitor, Person Person)> LogInAsync(string scenario)
    {
        var population = new Population(new CardIssuer(Reference.Authority, CacheFolder.Path), Reference.Authority, seed: 1);
        Person person = await population.CreateAsync(Role.Named("un médecin"), scenario, new StandIn(Reference.BackEnds));
        _reader = Readers.Take();
        _reader.Insert(person.Card);
        string openssl = Path.Combine(_folder.FullName, "openssl.cnf");
        string roots = Path.Combine(_folder.FullName, "roots.pem");
        CardTlsClient.WriteOpensslConfiguration(openssl);
        await File.WriteAllTextAsync(roots, Reference.Authority.Roots.ExportCertificatePems());
        var software = new CardTlsClient(_reader.MiddlewareEnvironment(), openssl, roots);
        _visitor = new HttpVisitor(Reference.Server.Addresses);
        HttpScreen home = await _visitor.LogInAsync(async address =>
        {
            CardTlsAnswer answer = await software.GetAsync(address, person.Profile.TokenLabel, person.CodePorteur);
            return answer.Location ?? throw new InvalidOperationException(answer.Message);
        });
        Assert.That(home.Title, Is.EqualTo("Votre espace personnel"));
        return (_visitor, person);
    }

    private static async Task<IReadOnlyList<RecordedExchange>> ReadCallsAsync(Person person) =>
        [.. (await Reference.ReadJournalAsync(person.IdentifiantNational)).Select(RecordedExchange.From)];

    private static async Task<IEnumerable<string>> CheckAsync(
        IReadOnlyList<RecordedExchange> calls, Func<RecordedExchange, IReadOnlyList<OpenApiContract>, IEnumerable<string>> check)
    {
        IReadOnlyList<OpenApiContract> contracts = await OpenApiContract.ReadAllAsync();
        Assert.That(calls, Is.Not.Empty);
        return calls.SelectMany(call => check(call, contracts));
    }
}
