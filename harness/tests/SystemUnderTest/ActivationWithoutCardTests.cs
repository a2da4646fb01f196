using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Tests.Contracts;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>Activations without a card by HTTP alone: what no browser would send, and what is asked of the back ends.</summary>
public sealed partial class ActivationWithoutCardTests : IAsyncDisposable
{
    private static RunningReference? _reference;
    private static int _people;

    private readonly HttpVisitor _visitor = new(Reference.Server.Addresses);
    private readonly StandIn _standIn = new(Reference.BackEnds);
    private readonly DirectoryEntry _person;

    public ActivationWithoutCardTests()
    {
        // Nobody else's, and of the right form.
        int number = Interlocked.Increment(ref _people);
        string rpps = $"99777{number:D5}";
        _person = new(
            $"8{rpps}{Simulator.Profiles.Luhn.KeyOf(rpps)}", "O'MARTIN <b>", "ZOÉ", "Médecin", $"+3363998{number:D4}", $"p{number:D4}@cabinet.example", "CPS");
    }

    private static RunningReference Reference => _reference ?? throw new InvalidOperationException("the reference was not started");

    private static (string Name, string Value) Password => ("motDePasse", "2580");

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

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _standIn.DisposeAsync();
    }

    [Test]
    public async Task Everything_asked_of_the_back_ends_keeps_their_contracts()
    {
        string token = await RequestAsync();
        await _visitor.SendFromPhoneAsync("/telephone/demande/sms", ("jeton", token));
        await _visitor.SendFromPhoneAsync("/telephone/demande/code", ("code", await CodeAsync()));
        await _visitor.SendFromPhoneAsync("/telephone/demande/mot-de-passe", Password);
        HttpScreen last = await _visitor.SendFromPhoneAsync("/telephone/demande/confirmation", Password);
        await _visitor.SendFromPhoneAsync("/telephone/demande/reprise");
        await _visitor.SendFromPhoneAsync("/telephone/demande/confirmation", Password);
        RecordedExchange[] calls =
        [
            .. (await Reference.ReadJournalAsync("")).Select(RecordedExchange.From).Where(call =>
                (call.Path + call.Body).Contains(_person.IdentifiantNational, StringComparison.Ordinal)
                || call.Body.Contains(_person.Mobile![1..], StringComparison.Ordinal)
                || call.Body.Contains(_person.Email!, StringComparison.Ordinal)),
        ];
        IReadOnlyList<OpenApiContract> contracts = await OpenApiContract.ReadAllAsync();
        Assert.That(last.Title, Is.EqualTo("Votre e-CPS est activée"));
        Assert.That(calls.Select(call => call.Method), Is.EqualTo(["GET", "POST", "POST", "PUT"]), "the wallet is told once");
        Assert.That(calls.SelectMany(call => call.Check(contracts)), Is.Empty);
        Assert.That((string?)JsonNode.Parse(calls[^1].Body)!["methode"], Is.EqualTo("coordonnees"));
        Assert.That(Reference.Server.Log.Where(line => line.Contains(token, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Names_are_text_and_not_markup_in_the_mail()
    {
        await RequestAsync();
        Assert.That(await MailAsync(), Does.Contain("O&#x27;MARTIN &lt;b&gt;").And.Not.Contain("MARTIN <b>"));
    }

    [TestCase("/telephone/demande/code", "code", "123456")]
    [TestCase("/telephone/demande/mot-de-passe", "motDePasse", "2580")]
    [TestCase("/telephone/demande/confirmation", "motDePasse", "2580")]
    [TestCase("/telephone/demande/reprise", "x", "x")]
    [TestCase("/telephone/demande/sms/nouveau", "x", "x")]
    public async Task Step_that_is_not_due_leads_nowhere(string address, string field, string value)
    {
        await RequestAsync();
        HttpScreen screen = await _visitor.SendFromPhoneAsync(address, (field, value));
        Assert.That(screen.Title, Is.EqualTo("e-CPS"));
        Assert.That(await _standIn.FindActivationsAsync(_person.IdentifiantNational), Is.Empty);
        Assert.That(await _standIn.FindDeliveredAsync(BackEnd.Sms, _person.Mobile!), Is.Empty);
    }

    [Test]
    public async Task Phone_without_conditions_accepts_them_first_and_comes_back_to_the_mail()
    {
        string token = await RequestAsync();
        using var other = new HttpVisitor(Reference.Server.Addresses);
        HttpScreen first = await other.OpenOnPhoneAsync($"/telephone/demande/courriel/{token}");
        HttpScreen second = await other.SendFromPhoneAsync("/telephone/conditions", ("acceptees", "on"), ("jeton", token));
        Assert.That(first.Title, Is.EqualTo("Conditions générales d'utilisation"));
        Assert.That(second.Title, Is.EqualTo("Recevoir le code d'activation"));
    }

    [Test]
    public async Task Another_phone_cannot_go_on_with_what_one_began()
    {
        string token = await RequestAsync();
        await _visitor.SendFromPhoneAsync("/telephone/demande/sms", ("jeton", token));
        using var other = new HttpVisitor(Reference.Server.Addresses);
        await other.AcceptConditionsAsync();
        Assert.That((await other.SendFromPhoneAsync("/telephone/demande/sms", ("jeton", token))).Title, Is.EqualTo("Courriel plus valable"));
        Assert.That((await other.SendFromPhoneAsync("/telephone/demande/code", ("code", await CodeAsync()))).Title, Is.EqualTo("e-CPS"));
        Assert.That(await _standIn.FindDeliveredAsync(BackEnd.Sms, _person.Mobile!), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Looking_at_the_mail_again_and_again_uses_nothing_up()
    {
        string token = await RequestAsync();
        for (int i = 0; i < 3; i++)
        {
            Assert.That((await _visitor.OpenOnPhoneAsync($"/telephone/demande/courriel/{token}")).Title, Is.EqualTo("Recevoir le code d'activation"));
        }
    }

    [Test]
    public async Task Whoever_is_unknown_gets_the_page_of_whoever_cannot_be_reached()
    {
        await _visitor.AcceptConditionsAsync();
        HttpScreen unknown = await AskAsync();
        await _standIn.KnowAsync(_person with { Mobile = null });
        HttpScreen unreachable = await AskAsync();
        Assert.That(unknown.Title, Is.EqualTo("Information"));
        Assert.That(unreachable, Is.EqualTo(unknown), "to the letter");
    }

    [Test]
    public async Task Answer_about_somebody_else_is_none()
    {
        await _visitor.AcceptConditionsAsync();
        await Reference.BackEnds.AddAsync(new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = $"/portefeuille/porteurs/{_person.IdentifiantNational}" },
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["body"] = """{ "identifiantNational": "899700000013", "nom": "A", "prenom": "B", "profession": "C" }""",
            },
        });
        HttpScreen screen = await AskAsync();
        Assert.That(screen.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(screen.Title, Is.EqualTo("Service momentanément indisponible"));
    }

    private async Task<string> RequestAsync()
    {
        await _standIn.KnowAsync(_person);
        await _visitor.AcceptConditionsAsync();
        Assert.That((await AskAsync()).Title, Is.EqualTo("Demande envoyée"));
        return Mailbox.SecretsIn(await MailAsync()).Single();
    }

    private Task<HttpScreen> AskAsync() => _visitor.SendFromPhoneAsync("/telephone/demande", ("identifiant", _person.IdentifiantNational));

    private async Task<string> MailAsync() =>
        (string)JsonNode.Parse((await _standIn.FindDeliveredAsync(BackEnd.Mail, _person.Email!))[^1].Body)!["html"]!;

    private async Task<string> CodeAsync() =>
        Code().Match((await _standIn.FindDeliveredAsync(BackEnd.Sms, _person.Mobile!))[^1].Body).Value;

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Code();
}
