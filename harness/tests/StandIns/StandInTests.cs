using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.StandIns;

/// <summary>Scenarios share one WireMock, and must not see each other's people.</summary>
public sealed class StandInTests : IDisposable
{
    private static readonly Correspondence Reach = new("+33639981234", "porteur@cabinet.example");

    private static WireMockServer? _server;
    private static int _people;

    private readonly HttpClient _client = new() { BaseAddress = Server.Address };
    private readonly StandIn _standIn = new(Server);

    // Nobody else's, and of the same length: numbers that begin alike are the hard case.
    private readonly string _person = $"89970{Interlocked.Increment(ref _people):D7}";

    private static WireMockServer Server => _server ?? throw new InvalidOperationException("WireMock was not started");

    [OneTimeSetUp]
    public static async Task StartAsync() => _server = await WireMockServer.StartAsync(CacheFolder.Path);

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    public void Dispose() => _client.Dispose();

    [Test]
    public async Task Answers_for_its_person()
    {
        await _standIn.KnowAsync(_person, Reach);
        Assert.That(await AskAsync(_person), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ActivateAsync(_person), Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("{0}1", TestName = "Longer_number")]
    [TestCase("8{0}", TestName = "Number_with_something_before_it")]
    [TestCase("899799999999", TestName = "Another_number")]
    public async Task Does_not_answer_for_anybody_else(string other)
    {
        await _standIn.KnowAsync(_person, Reach);
        string person = string.Format(null, other, _person);
        Assert.That(await AskAsync(person), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await ActivateAsync(person), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Number_of_an_employee_with_its_slash_is_found_as_the_reference_asks_for_it()
    {
        // FINESS number of the establishment, a slash, the number that the establishment gave.
        string employee = $"3760021832/{_person}";
        await _standIn.KnowAsync(employee, Reach);
        Assert.That(await AskAsync(Uri.EscapeDataString(employee)), Is.EqualTo(HttpStatusCode.OK));
        await ActivateAsync(Uri.EscapeDataString(employee));
        Assert.That(await _standIn.FindActivationsAsync(employee), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Takes_its_stubs_away_and_leaves_those_of_others()
    {
        var other = new StandIn(Server);
        string neighbour = _person + "0";
        await other.KnowAsync(neighbour, Reach);
        await _standIn.KnowAsync(_person, Reach);
        Uri list = await _standIn.PublishRevocationListAsync(_person, [1, 2, 3]);
        await _standIn.DisposeAsync();
        using HttpResponseMessage gone = await _client.GetAsync(list);
        Assert.That(await AskAsync(_person), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await AskAsync(neighbour), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await SendSmsAsync("+33639980000"), Is.EqualTo(HttpStatusCode.Accepted), "what is nobody's stays");
        await other.DisposeAsync();
    }

    [TestCase("répond par une erreur 500", HttpStatusCode.InternalServerError)]
    [TestCase("répond par une erreur 503", HttpStatusCode.ServiceUnavailable)]
    public async Task Fails_for_its_person_only_and_until_it_is_healed(string words, HttpStatusCode status)
    {
        string neighbour = _person + "0";
        await _standIn.KnowAsync(_person, Reach);
        await _standIn.KnowAsync(neighbour, Reach);
        await _standIn.FailAsync(BackEnd.Named("portefeuille"), BackEndFault.Named(words), _person, Reach);
        Assert.That(await AskAsync(_person), Is.EqualTo(status));
        Assert.That(await ActivateAsync(_person), Is.EqualTo(status));
        Assert.That(await AskAsync(neighbour), Is.EqualTo(HttpStatusCode.OK));
        await _standIn.HealAsync();
        Assert.That(await AskAsync(_person), Is.EqualTo(HttpStatusCode.OK));
        await _standIn.DisposeAsync();
    }

    [Test]
    public async Task Messages_fail_by_their_recipient()
    {
        await _standIn.FailAsync(BackEnd.Named("service de SMS"), BackEndFault.Named("répond par une erreur 500"), _person, Reach);
        Assert.That(await SendSmsAsync(Reach.Mobile), Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await SendSmsAsync("+33639980000"), Is.EqualTo(HttpStatusCode.Accepted));
        await _standIn.DisposeAsync();
        Assert.That(await SendSmsAsync(Reach.Mobile), Is.EqualTo(HttpStatusCode.Accepted), "the end of the scenario heals");
    }

    [Test]
    public async Task Only_the_activation_fails()
    {
        await _standIn.KnowAsync(_person, Reach);
        await _standIn.FailAsync(BackEnd.Named("portefeuille, à l'activation,"), BackEndFault.Named("coupe la connexion"), _person, Reach);
        Assert.That(await AskAsync(_person), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(async () => await ActivateAsync(_person), Throws.InstanceOf<HttpRequestException>());
        await _standIn.DisposeAsync();
    }

    [Test]
    public async Task Slow_answer_is_the_usual_one()
    {
        await _standIn.KnowAsync(_person, Reach);
        await _standIn.FailAsync(BackEnd.Named("portefeuille"), BackEndFault.Named("répond lentement"), _person, Reach);
        Assert.That(await AskAsync(_person), Is.EqualTo(HttpStatusCode.OK));
        await _standIn.DisposeAsync();
    }

    [Test]
    public void Unknown_back_ends_and_faults_are_named_with_the_known_ones()
    {
        Assert.That(() => BackEnd.Named("fax"), Throws.ArgumentException.With.Message.Contains("« service de SMS »"));
        Assert.That(() => BackEndFault.Named("boude"), Throws.ArgumentException.With.Message.Contains("« coupe la connexion »"));
    }

    [Test]
    public async Task Publishes_a_revocation_list_byte_for_byte()
    {
        byte[] list = [0x30, 0x03, 0x00, 0xFF, 0x0A];
        Uri address = await _standIn.PublishRevocationListAsync(_person, list);
        using HttpResponseMessage answer = await _client.GetAsync(address);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/pkix-crl"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(list));
    }

    [Test]
    public async Task Finds_activations_of_its_person_only()
    {
        await ActivateAsync(_person);
        await ActivateAsync(_person + "1");
        await AskAsync(_person);
        IReadOnlyList<ReceivedRequest> found = await _standIn.FindActivationsAsync(_person);
        Assert.That(found.Select(request => request.Url), Is.EqualTo([$"/portefeuille/porteurs/{_person}/e-cps"]));
    }

    [Test]
    public async Task Finds_messages_by_number_and_address()
    {
        // The person's number serves as subscriber number: nobody else sends to it.
        string number = $"+337{_person[^8..]}";
        string address = $"{_person}@exemple.example";
        await SendSmsAsync(number);
        await SendMailAsync(address);
        Assert.That((await _standIn.FindMessagesAsync(number)).Select(message => message.Url), Is.EqualTo(["/sms/messages"]));
        Assert.That((await _standIn.FindMessagesAsync(address)).Select(message => message.Url), Is.EqualTo(["/courriel/messages"]));
        Assert.That(await _standIn.FindMessagesAsync($"{_person}@autre.example"), Is.Empty);
    }

    private async Task<HttpStatusCode> AskAsync(string person)
    {
        using HttpResponseMessage answer = await _client.GetAsync($"portefeuille/porteurs/{person}");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> ActivateAsync(string person)
    {
        using HttpResponseMessage answer = await _client.PutAsJsonAsync($"portefeuille/porteurs/{person}/e-cps", new JsonObject());
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SendSmsAsync(string number)
    {
        using HttpResponseMessage answer = await _client.PostAsJsonAsync("sms/messages", new { destinataire = number, texte = "Code" });
        return answer.StatusCode;
    }

    private async Task SendMailAsync(string address)
    {
        using HttpResponseMessage answer =
            await _client.PostAsJsonAsync("courriel/messages", new { destinataire = address, objet = "Code", html = "<p>Code</p>" });
        answer.EnsureSuccessStatusCode();
    }
}
