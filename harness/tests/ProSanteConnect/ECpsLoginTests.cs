using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Tests.SystemUnderTest;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>Logins with the e-CPS: password and dynamic code on the phone, from a login page or asked for by the service itself (CIBA).</summary>
public sealed partial class ECpsLoginTests
{
    private const string Password = "2580";

    private static int _person;

    [Test]
    public async Task Password_and_dynamic_code_let_in()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        Assert.That((await ApproveAsync(owner, code)).Title, Is.EqualTo("Connexion validée"));
        JsonNode result = JsonNode.Parse((await visitor.OpenAsync(Page)).Html)!;
        Assert.That((string?)result["userinfo"]?["SubjectNameID"], Is.EqualTo(identifier), result.ToJsonString());
        Assert.That(result["claims"]!["amr"]!.ToJsonString(), Is.EqualTo("""["swk","pin","mfa"]"""));
    }

    [Test]
    public async Task Nobody_is_in_before_the_person_confirms()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        Assert.That((await ConfirmAsync(owner)).Title, Is.EqualTo("Demande de connexion"), "there is nothing to confirm yet");
        Assert.That((await AnswerAsync(owner, Password, code)).Title, Is.EqualTo("Confirmer"));
        Assert.That((await visitor.OpenAsync(Page)).Html, Does.Contain("data-code"), "the computer still waits");
        await owner.SendFromPhoneAsync("/telephone/connexion", ("refus", "oui"));
        Assert.That((await ConfirmAsync(owner)).Title, Is.EqualTo("Connexion refusée"), "it is too late to confirm");
        await ExpectFailureAsync(visitor, "Connexion refusée sur le téléphone");
    }

    [Test]
    public async Task E_CPS_expires_after_three_years()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync(stopTime: true);
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        await RunningProSanteConnect.Reference.Server.AdvanceTimeAsync(identifier, TimeSpan.FromDays(3 * 365) - TimeSpan.FromTicks(1));
        await AskWithCodeAsync(visitor, service, identifier);
        await RunningProSanteConnect.Reference.Server.AdvanceTimeAsync(identifier, TimeSpan.FromTicks(1));
        Assert.That((await visitor.SendAsync(Page, ("identifiant", identifier))).Html, Does.Contain(">e-CPS expirée<"));
        Assert.That((string?)(await service.AskAsync($"/ciba?identifiant={identifier}&code=42"))["error"], Does.Contain("unknown_user_id"));
    }

    [Test]
    public async Task Wrong_code_ends_at_once()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        HttpScreen phone = await owner.OpenOnPhoneAsync("/telephone/connexion");
        string[] choices = [.. Choice().Matches(phone.Html).Select(choice => choice.Groups[1].Value)];
        Assert.That(choices, Is.Unique.And.Length.EqualTo(3).And.Contain(code));
        string wrong = choices.First(choice => choice != code);
        Assert.That((await AnswerAsync(owner, Password, wrong)).Title, Is.EqualTo("Connexion refusée"));
        Assert.That((await AnswerAsync(owner, Password, code)).Title, Is.EqualTo("Connexion refusée"), "it is too late for the right one");
        await ExpectFailureAsync(visitor, "Code dynamique incorrect");
    }

    [Test]
    public async Task Third_wrong_password_ends_it()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        Assert.That((await AnswerAsync(owner, "1379", code)).Html, Does.Contain("Il vous reste 2 essais."));
        Assert.That((await AnswerAsync(owner, "", code)).Html, Does.Contain("Il vous reste 1 essai."));
        Assert.That((await AnswerAsync(owner, "1379", code)).Title, Is.EqualTo("Connexion refusée"));
        Assert.That((await AnswerAsync(owner, Password, code)).Title, Is.EqualTo("Connexion refusée"));
        await ExpectFailureAsync(visitor, "Mot de passe incorrect");
    }

    [Test]
    public async Task Refused_on_the_phone()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        await AskWithCodeAsync(visitor, service, identifier);
        await owner.SendFromPhoneAsync("/telephone/connexion", ("refus", "oui"), ("motDePasse", Password));
        await ExpectFailureAsync(visitor, "Connexion refusée sur le téléphone");
    }

    [Test]
    public async Task No_answer_within_two_minutes()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await RunningProSanteConnect.Reference.Server.StopTimeAsync(identifier);
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        await RunningProSanteConnect.Reference.Server.AdvanceTimeAsync(identifier, TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.That((await owner.OpenOnPhoneAsync("/telephone/connexion")).Title, Is.EqualTo("Demande de connexion"));
        await RunningProSanteConnect.Reference.Server.AdvanceTimeAsync(identifier, TimeSpan.FromTicks(1));
        Assert.That((await AnswerAsync(owner, Password, code)).Title, Is.EqualTo("Aucune demande de connexion"));
        await ExpectFailureAsync(visitor, "Pas de réponse du téléphone");
    }

    [Test]
    public async Task Unknown_identifier()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        await visitor.BeginAsync(service);
        Assert.That((await visitor.SendAsync(Page, ("identifiant", "899799999999"))).Html, Does.Contain(">Identifiant inconnu<"));
    }

    [Test]
    public async Task Person_without_e_CPS()
    {
        string identifier = NewIdentifier();
        await using var standIn = new StandIn(RunningProSanteConnect.Reference.BackEnds);
        await standIn.KnowAsync(EntryOf(identifier));
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        await visitor.BeginAsync(service);
        Assert.That((await visitor.SendAsync(Page, ("identifiant", identifier))).Html, Does.Contain(">e-CPS non activée<"));
    }

    [Test]
    public async Task Approval_lets_only_the_browser_in_that_asked()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        using var thief = new ServiceVisitor();
        string code = await AskWithCodeAsync(visitor, service, identifier);
        await thief.BeginAsync(service);
        await ApproveAsync(owner, code);
        Assert.That((await thief.OpenAsync(Page)).Html, Does.Contain("Connexion expirée"));
    }

    [Test]
    public async Task Service_asks_by_CIBA_and_polls_until_the_phone_answers()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        Task<JsonNode> asking = service.AskAsync($"/ciba?identifiant={identifier}&code=42");
        await UntilAskedAsync(owner, asking);
        Assert.That((await ApproveAsync(owner, "42")).Title, Is.EqualTo("Connexion validée"));
        JsonNode result = await asking;
        Assert.That((string?)result["userinfo"]?["SubjectNameID"], Is.EqualTo(identifier), result.ToJsonString());
        Assert.That((string?)result["claims"]!["acr"], Is.EqualTo("eidas1"));
    }

    [Test]
    public async Task Service_learns_that_the_phone_refused()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        Task<JsonNode> asking = service.AskAsync($"/ciba?identifiant={identifier}&code=42");
        await UntilAskedAsync(owner, asking);
        await owner.SendFromPhoneAsync("/telephone/connexion", ("refus", "oui"));
        Assert.That((string?)(await asking)["error"], Does.Contain("access_denied"));
    }

    [TestCase("899799999999", "42", "unknown_user_id", TestName = "CIBA_for_somebody_unknown")]
    [TestCase("899799999999", "abc", "invalid_binding_message", TestName = "CIBA_with_another_message_than_two_digits")]
    public async Task Ciba_is_refused(string identifier, string code, string error)
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        Assert.That((string?)(await service.AskAsync($"/ciba?identifiant={identifier}&code={code}"))["error"], Does.Contain(error));
    }

    [Test]
    public async Task Misbehaviour_reaches_CIBA_too()
    {
        (HttpVisitor owner, string identifier) = await ActivateAsync();
        using HttpVisitor ownersBrowsers = owner;
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        await using MisbehaviourOrder order = await RunningProSanteConnect.Server.MisbehaveAsync(Misbehaviour.WrongAudience, service.ClientId);
        Task<JsonNode> asking = service.AskAsync($"/ciba?identifiant={identifier}&code=42");
        await UntilAskedAsync(owner, asking);
        await ApproveAsync(owner, "42");
        Assert.That((string?)(await asking)["error"], Does.Contain("\"aud\" (audience)"));
    }

    private static Uri Page => new(RunningProSanteConnect.Reference.Server.Addresses.Portal, "/connexion/e-cps");

    private static string NewIdentifier() => $"8997{80_000_000 + Interlocked.Increment(ref _person)}";

    private static DirectoryEntry EntryOf(string identifier) =>
        new(identifier, "MARTIN", "CLAIRE", "Médecin", "+33639980001", $"porteur.{identifier}@cabinet.example", "CPS");

    /// <summary>Somebody with an e-CPS, activated on a phone with the card.</summary>
    private static async Task<(HttpVisitor Owner, string Identifier)> ActivateAsync(bool stopTime = false)
    {
        string identifier = NewIdentifier();
        if (stopTime)
        {
            await RunningProSanteConnect.Reference.Server.StopTimeAsync(identifier);
        }

        await using var standIn = new StandIn(RunningProSanteConnect.Reference.BackEnds);
        await standIn.KnowAsync(EntryOf(identifier));
        var owner = new HttpVisitor(RunningProSanteConnect.Reference.Server.Addresses);
        using X509Certificate2 card = RunningProSanteConnect.Card(identifier);
        using HttpClient shower = ServiceVisitor.ClientWith(card);
        await owner.LogInAsync(async address => (await shower.GetAsync(address)).Headers.Location!);
        await owner.PairAsync();
        await owner.CreatePasswordAsync(Password);
        Assert.That((await owner.ConfirmPasswordAsync(Password)).Title, Is.EqualTo("La carte est active").Or.EqualTo("Votre e-CPS est active"));
        return (owner, identifier);
    }

    private static async Task<string> AskWithCodeAsync(ServiceVisitor visitor, CheckedService service, string identifier)
    {
        await visitor.BeginAsync(service);
        (_, string html) = await visitor.SendAsync(Page, ("identifiant", identifier));
        Match code = DynamicCode().Match(html);
        Assert.That(code.Success, html);
        return code.Groups[1].Value;
    }

    private static Task<HttpScreen> AnswerAsync(HttpVisitor owner, string password, string code) =>
        owner.SendFromPhoneAsync("/telephone/connexion", ("motDePasse", password), ("code", code));

    private static Task<HttpScreen> ConfirmAsync(HttpVisitor owner) => owner.SendFromPhoneAsync("/telephone/connexion/confirmation");

    private static async Task<HttpScreen> ApproveAsync(HttpVisitor owner, string code)
    {
        Assert.That((await AnswerAsync(owner, Password, code)).Title, Is.EqualTo("Confirmer"));
        return await ConfirmAsync(owner);
    }

    private static async Task ExpectFailureAsync(ServiceVisitor visitor, string title) =>
        Assert.That((await visitor.OpenAsync(Page)).Html, Does.Contain($">{title}<"));

    // The request comes to the phone through two processes; nobody says when.
    private static async Task UntilAskedAsync(HttpVisitor owner, Task<JsonNode> asking)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await owner.OpenOnPhoneAsync("/telephone/connexion")).Title != "Demande de connexion")
        {
            Assert.That(asking.IsCompleted, Is.False, "the service has an answer already");
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    [GeneratedRegex("<p class=\"code\" data-code>([0-9]{2})</p>")]
    private static partial Regex DynamicCode();

    [GeneratedRegex("name=\"code\" value=\"([0-9]{2})\"")]
    private static partial Regex Choice();
}
