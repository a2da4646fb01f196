using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>Logins with the card at Pro Santé Connect's stand-in, as an independent certified client sees them.</summary>
public sealed class CodeFlowTests
{
    private const string Subject = "f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:";

    [Test]
    public async Task Discovery_has_the_shape_of_Pro_Sante_Connect()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        JsonNode document = await service.AskAsync("/decouverte");
        string issuer = RunningProSanteConnect.Server.Issuer.ToString();
        string realm = $"{issuer}/protocol/openid-connect";
        Assert.Multiple(() =>
        {
            Assert.That((string?)document["issuer"], Is.EqualTo(issuer).And.EndsWith("/auth/realms/esante-wallet"));
            Assert.That((string?)document["authorization_endpoint"], Is.EqualTo(new Uri(RunningProSanteConnect.Server.Issuer, "/auth").ToString()));
            Assert.That((string?)document["token_endpoint"], Is.EqualTo($"{realm}/token"));
            Assert.That((string?)document["userinfo_endpoint"], Is.EqualTo($"{realm}/userinfo"));
            Assert.That((string?)document["end_session_endpoint"], Is.EqualTo($"{realm}/logout"));
            Assert.That((string?)document["jwks_uri"], Is.EqualTo($"{realm}/certs"));
            Assert.That((string?)document["introspection_endpoint"], Is.EqualTo($"{realm}/introspect"));
            Assert.That((string?)document["backchannel_authentication_endpoint"], Is.EqualTo($"{realm}/ext/ciba/auth"));
            Assert.That(Strings(document["scopes_supported"]), Does.Contain("openid").And.Contain("scope_all"));
            Assert.That(Strings(document["acr_values_supported"]), Is.EqualTo(["eidas1"]));
            Assert.That(Strings(document["code_challenge_methods_supported"]), Does.Contain("S256"));
        });
    }

    [Test]
    public async Task Login_with_a_card_gives_the_claims_of_its_holder()
    {
        const string Identifier = "899700000013";
        CardProfile card = Cards.Doctor;
        JsonObject known = ProfessionalClaims.Of(card, DirectoryEntry.Of(card, new("+33639980001", "porteur@cabinet.example")));
        await RunningProSanteConnect.Server.KnowAsync(known);
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card(Identifier);
        JsonNode result = await visitor.LogInAsync(service, certificate);
        JsonNode userinfo = result["userinfo"] ?? throw new AssertionException(result.ToJsonString());
        JsonObject expected = known.DeepClone().AsObject();
        expected["sub"] = Subject + Identifier;
        Assert.That(JsonNode.DeepEquals(userinfo, expected), userinfo.ToJsonString());
        Assert.That((string?)userinfo["Secteur_Activite"], Is.EqualTo("SA07^1.2.250.1.71.4.2.4"));
        Assert.That((string?)userinfo["SubjectRefPro"]!["exercices"]![0]!["activities"]![0]!["codeModeExercice"], Is.EqualTo("L"));
        Assert.That((string?)userinfo["SubjectRole"]![0], Is.EqualTo("10^1.2.250.1.213.1.1.5.5"));
        Assert.That((string?)result["claims"]!["acr"], Is.EqualTo("eidas1"));
        Assert.That((int)result["expiresIn"]!, Is.EqualTo(300));
    }

    [Test]
    public async Task Person_without_professional_data_yields_only_the_claims_of_identity()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card("0012807590");
        JsonNode result = await visitor.LogInAsync(service, certificate);
        Assert.That(
            result["userinfo"]!.AsObject().Select(claim => claim.Key),
            Is.EquivalentTo(["sub", "preferred_username", "given_name", "family_name", "SubjectNameID"]), result.ToJsonString());
    }

    [Test]
    public async Task Refresh_introspection_and_logout()
    {
        const string Identifier = "3760021832/000000018";
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync(registered => registered with { Authentication = ServiceAuthentication.ClientSecretPost });
        using var visitor = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card(Identifier);
        await visitor.LogInAsync(service, certificate);
        Assert.That((string?)(await service.AskAsync("/renouvellement"))["claims"]?["sub"], Is.EqualTo(Subject + Identifier));
        Assert.That((bool?)(await service.AskAsync("/introspection"))["active"], Is.True);

        // The provider still knows the browser: no login page.
        (_, string again) = await visitor.OpenAsync(new(service.Address, "/connexion"));
        Assert.That((string?)JsonNode.Parse(again)!["claims"]?["sub"], Is.EqualTo(Subject + Identifier));

        (Uri page, string html) = await visitor.OpenAsync(new(service.Address, "/deconnexion"));
        string xsrf = System.Text.RegularExpressions.Regex.Match(html, "name=\"xsrf\" value=\"([^\"]+)\"").Groups[1].Value;
        (_, string goodbye) = await visitor.SendAsync(new(page, $"{page.AbsolutePath}/confirm"), ("xsrf", xsrf), ("logout", "yes"));
        Assert.That((string?)JsonNode.Parse(goodbye)!["goodbye"], Is.EqualTo("a-dieu"), goodbye);
        Assert.That((bool?)(await service.AskAsync("/introspection"))["active"], Is.False);
        await visitor.BeginAsync(service);
    }

    [Test]
    public async Task Userinfo_as_signed_JWT()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync(registered => registered with { SignsUserinfo = true });
        using var visitor = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card("899700000914");
        JsonNode result = await visitor.LogInAsync(service, certificate);
        Assert.That((string?)result["userinfo"]?["SubjectNameID"], Is.EqualTo("899700000914"), result.ToJsonString());
    }

    [Test]
    public async Task A_code_serves_once()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card("899700000922");
        await visitor.LogInAsync(service, certificate);
        Assert.That((string?)(await service.AskAsync("/rejeu"))["error"], Does.Contain("invalid_grant"));
    }

    [Test]
    public async Task Refused_card_comes_to_no_service()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var visitor = new ServiceVisitor();
        using X509Certificate2 expired = RunningProSanteConnect.Card("899700000930", to: DateTimeOffset.UtcNow.AddSeconds(-5));
        (_, string page) = await visitor.BeginAsync(service);
        (_, string refusal) = await visitor.OpenAsync(await ServiceVisitor.ShowCardAsync(page, expired));
        Assert.That(refusal, Does.Contain("Carte expirée"));

        // Its way back leads to the same service again.
        string retry = System.Text.RegularExpressions.Regex.Match(refusal, "href=\"([^\"]+)\">RÉESSAYER").Groups[1].Value;
        (_, string again) = await visitor.OpenAsync(new(RunningProSanteConnect.Reference.Server.Addresses.Portal, retry));
        using X509Certificate2 good = RunningProSanteConnect.Card("899700000930");
        (_, string answer) = await visitor.OpenAsync(await ServiceVisitor.ShowCardAsync(again, good));
        Assert.That((string?)JsonNode.Parse(answer)!["claims"]?["sub"], Is.EqualTo(Subject + "899700000930"));
    }

    [Test]
    public async Task Login_of_one_browser_is_of_no_use_in_another()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using var victim = new ServiceVisitor();
        using var thief = new ServiceVisitor();
        using X509Certificate2 certificate = RunningProSanteConnect.Card("899700000948");
        (Uri begun, string _) = await thief.BeginAsync(service);

        // The victim follows the thief's address and logs in.
        (_, string page) = await victim.OpenAsync(begun);
        (Uri end, string seen) = await victim.OpenAsync(await ServiceVisitor.ShowCardAsync(page, certificate));
        Assert.That(seen, Does.Not.StartWith("{"), "the service has nobody logged in");
        Assert.That(seen, Does.Contain("Une erreur est survenue"));

        // The thief gets the address with its ticket.
        (_, string stolen) = await thief.OpenAsync(end);
        Assert.That((string?)JsonNode.Parse(stolen)!["error"], Does.Contain("access_denied"), end.ToString());
    }

    [TestCase("http://attacker.example/auth/realms/esante-wallet/login-actions/authenticate/1", TestName = "Elsewhere")]
    [TestCase("{0}/login-actions/authenticate/../../../../../x", TestName = "Out_of_the_folder")]
    [TestCase("{0}/login-actions/authenticate/1?x=2", TestName = "With_a_query")]
    public async Task Login_page_leads_back_to_Pro_Sante_Connect_only(string back)
    {
        using var visitor = new ServiceVisitor();
        string address = string.Format(System.Globalization.CultureInfo.InvariantCulture, back, RunningProSanteConnect.Server.Issuer);
        (_, string html) = await visitor.OpenAsync(
            new(RunningProSanteConnect.Reference.Server.Addresses.Portal, $"/connexion?suite={Uri.EscapeDataString(address)}&service=x"));
        Assert.That(html, Does.Contain(">Portail e-CPS<").And.Not.Contain("data-carte"));
    }

    [TestCase("ticket")]
    [TestCase("porteur")]
    [TestCase("demande")]
    public async Task What_the_provider_asks_nobody_else_may_ask(string question)
    {
        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.PostAsync(
            new Uri(RunningProSanteConnect.Reference.Server.Addresses.Portal, $"/prosanteconnect/{question}"),
            new StringContent("""{"identifiantNational":"899700000013","ticket":"x","suite":"x","code":"00","service":"x"}""", null, "application/json"));
        Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }

    private static string?[] Strings(JsonNode? list) => [.. list!.AsArray().Select(value => (string?)value)];
}
