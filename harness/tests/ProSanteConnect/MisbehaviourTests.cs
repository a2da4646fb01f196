using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>Each misbehaviour is seen by a conforming client, does not go beyond its order, and ends with it.</summary>
public sealed class MisbehaviourTests
{
    private static int _person;

    // What openid-client says, and nothing else would.
    private static readonly Dictionary<Misbehaviour, string> Findings = new()
    {
        [Misbehaviour.WrongState] = "unexpected \"state\" response parameter value",
        [Misbehaviour.MissingState] = "response parameter \"state\" missing",
        [Misbehaviour.WrongResponseIssuer] = "unexpected \"iss\" (issuer) response parameter value",
        [Misbehaviour.WrongNonce] = "unexpected ID Token \"nonce\" claim value",
        [Misbehaviour.MissingNonce] = "JWT \"nonce\" (nonce) claim missing",
        [Misbehaviour.WrongIssuer] = "unexpected JWT \"iss\" (issuer) claim value",
        [Misbehaviour.WrongAudience] = "unexpected JWT \"aud\" (audience) claim value",
        [Misbehaviour.BadSignature] = "JWT signature verification failed",
        [Misbehaviour.UnknownKey] = "error when selecting a JWT verification key",
        [Misbehaviour.NoSignature] = "unexpected JWT \"alg\" header parameter",
        [Misbehaviour.WrongAcr] = "WRONG_ACR acr eidas0",
        [Misbehaviour.MissingAcr] = "WRONG_ACR acr undefined",
        [Misbehaviour.ExpiredToken] = "unexpected JWT \"exp\" (expiration time) claim value",
        [Misbehaviour.FutureToken] = "unexpected JWT \"nbf\" (not before) claim value",
        [Misbehaviour.ReplayedCode] = "unexpected ID Token \"nonce\" claim value",
        [Misbehaviour.AnotherSubject] = "unexpected \"response\" body \"sub\" property value",
    };

    private static IEnumerable<Misbehaviour> InAnswers => Findings.Keys;

    [Test]
    public void Each_is_tested() =>
        Assert.That(Findings.Keys.Concat([Misbehaviour.Slow, Misbehaviour.ServerError, Misbehaviour.Reset]), Is.EquivalentTo(Enum.GetValues<Misbehaviour>()));

    [TestCaseSource(nameof(InAnswers))]
    public async Task Is_detected_and_ends_with_its_order(Misbehaviour kind)
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using X509Certificate2 card = NewCard();
        await ExpectLoggedInAsync(service, card);
        await using (await RunningProSanteConnect.Server.MisbehaveAsync(kind, service.ClientId))
        {
            using var visitor = new ServiceVisitor();
            JsonNode result = await visitor.LogInAsync(service, card);
            Assert.That((string?)result["error"], Does.Contain(Findings[kind]), result.ToJsonString());
        }

        await ExpectLoggedInAsync(service, card);
    }

    [TestCase(Misbehaviour.ServerError, ProviderEndpoint.Token, "status 500")]
    [TestCase(Misbehaviour.ServerError, ProviderEndpoint.Userinfo, "status 500")]
    [TestCase(Misbehaviour.Reset, ProviderEndpoint.Token, "fetch failed")]
    [TestCase(Misbehaviour.Reset, ProviderEndpoint.Userinfo, "fetch failed")]
    [TestCase(Misbehaviour.Slow, ProviderEndpoint.Token, "timed out")]
    [TestCase(Misbehaviour.Slow, ProviderEndpoint.Userinfo, "timed out")]
    public async Task Ailing_endpoint_lets_nobody_in(Misbehaviour kind, ProviderEndpoint endpoint, string finding)
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync(seconds: kind == Misbehaviour.Slow ? 2 : 60);
        using X509Certificate2 card = NewCard();
        await using (await RunningProSanteConnect.Server.MisbehaveAsync(kind, service.ClientId, endpoint: endpoint))
        {
            using var visitor = new ServiceVisitor();
            JsonNode result = await visitor.LogInAsync(service, card);
            Assert.That((string?)result["error"], Does.Contain(finding), result.ToJsonString());
        }

        if (kind != Misbehaviour.Slow)
        {
            await ExpectLoggedInAsync(service, card);
        }
    }

    [TestCase(Misbehaviour.ServerError)]
    [TestCase(Misbehaviour.Reset)]
    public async Task Ailing_authorization_brings_no_browser_back(Misbehaviour kind)
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        await using MisbehaviourOrder order = await RunningProSanteConnect.Server.MisbehaveAsync(kind, service.ClientId, endpoint: ProviderEndpoint.Authorization);
        using var visitor = new ServiceVisitor();
        Func<Task> opening = async () => Assert.That((await visitor.OpenAsync(new(service.Address, "/connexion"))).Html, Does.Contain("server_error"));
        if (kind == Misbehaviour.Reset)
        {
            Assert.That(opening, Throws.InstanceOf<HttpRequestException>());
        }
        else
        {
            await opening();
        }
    }

    [Test]
    public async Task Slow_endpoint_answers_when_the_order_ends()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        using X509Certificate2 card = NewCard();
        MisbehaviourOrder order = await RunningProSanteConnect.Server.MisbehaveAsync(Misbehaviour.Slow, service.ClientId, endpoint: ProviderEndpoint.Authorization);
        using var visitor = new ServiceVisitor();
        Task<(Uri Address, string Html)> opening = visitor.OpenAsync(new(service.Address, "/connexion"));
        Assert.That(opening.IsCompleted, Is.False);
        await order.DisposeAsync();
        Assert.That((await opening).Html, Does.Contain(">Connectez-vous<"));
    }

    [Test]
    public async Task Order_for_one_person_leaves_others_alone()
    {
        await using CheckedService service = await RunningProSanteConnect.StartServiceAsync();
        string unlucky = NewIdentifier();
        using X509Certificate2 card = RunningProSanteConnect.Card(unlucky);
        using X509Certificate2 another = NewCard();
        await using MisbehaviourOrder order = await RunningProSanteConnect.Server.MisbehaveAsync(Misbehaviour.WrongNonce, identifiantNational: unlucky);
        await ExpectLoggedInAsync(service, another);
        using var visitor = new ServiceVisitor();
        Assert.That((string?)(await visitor.LogInAsync(service, card))["error"], Does.Contain(Findings[Misbehaviour.WrongNonce]));
    }

    [Test]
    public void Order_for_nobody_is_refused() =>
        Assert.That(() => RunningProSanteConnect.Server.MisbehaveAsync(Misbehaviour.WrongState), Throws.ArgumentException);

    private static string NewIdentifier() => $"8997{90_000_000 + Interlocked.Increment(ref _person)}";

    private static X509Certificate2 NewCard() => RunningProSanteConnect.Card(NewIdentifier());

    private static async Task ExpectLoggedInAsync(CheckedService service, X509Certificate2 card)
    {
        using var visitor = new ServiceVisitor();
        JsonNode result = await visitor.LogInAsync(service, card);
        Assert.That(result["claims"]?["sub"], Is.Not.Null, result.ToJsonString());
    }
}
