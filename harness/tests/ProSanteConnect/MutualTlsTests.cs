using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Tests.SystemUnderTest;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>Services that authenticate by certificate, and tokens that serve with it only.</summary>
public sealed class MutualTlsTests
{
    private const string Identifier = "899700001011";

    [TestCase(ServiceAuthentication.TlsClientAuth)]
    [TestCase(ServiceAuthentication.SelfSignedTlsClientAuth)]
    public async Task Service_with_its_certificate_gets_tokens_that_are_bound_to_it(ServiceAuthentication authentication)
    {
        using X509Certificate2 certificate = CertificateFor(authentication);
        await using CheckedService service = await StartAsync(authentication, certificate);
        Assert.That((bool?)(await service.AskAsync("/decouverte"))["tls_client_certificate_bound_access_tokens"], Is.True);
        JsonNode result = await LogInAsync(service);
        Assert.That((string?)result["claims"]?["acr"], Is.EqualTo("eidas1"), result.ToJsonString());

        // What was stolen serves nobody else.
        string token = (string)(await service.AskAsync("/jeton"))["accessToken"]!;
        using X509Certificate2 another = CertificateFor(authentication);
        Assert.That(await UserinfoAsync(token, certificate), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await UserinfoAsync(token, another), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await UserinfoAsync(token, null), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase(ServiceAuthentication.TlsClientAuth)]
    [TestCase(ServiceAuthentication.SelfSignedTlsClientAuth)]
    public async Task Service_with_another_certificate_gets_none(ServiceAuthentication authentication)
    {
        using X509Certificate2 certificate = CertificateFor(authentication);
        using X509Certificate2 another = CertificateFor(authentication);
        await using CheckedService service = await StartAsync(authentication, certificate, another);
        Assert.That((string?)(await LogInAsync(service))["error"], Does.Contain("invalid_client"));
    }

    [Test]
    public async Task Certificate_with_the_right_name_from_nobody_known_is_refused()
    {
        using X509Certificate2 certificate = CertificateFor(ServiceAuthentication.TlsClientAuth, "SERVICE A");
        using X509Certificate2 impostor = new ClientCertificate { Identifier = "SERVICE A", NamesHolder = false }.SelfSigned();
        Assert.That(impostor.Subject, Is.EqualTo(certificate.Subject));
        await using CheckedService service = await StartAsync(ServiceAuthentication.TlsClientAuth, certificate, impostor);
        Assert.That((string?)(await LogInAsync(service))["error"], Does.Contain("invalid_client"));
    }

    private static X509Certificate2 CertificateFor(ServiceAuthentication authentication, string? name = null)
    {
        var certificate = new ClientCertificate { Identifier = name ?? $"SERVICE {Guid.NewGuid():N}", NamesHolder = false };
        if (authentication == ServiceAuthentication.SelfSignedTlsClientAuth)
        {
            // Keys of test certificates are shared; this one is registered by its key.
            using RSA key = RSA.Create(2048);
            var request = new CertificateRequest($"CN={certificate.Identifier}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return request.CreateSelfSigned(certificate.From, certificate.To);
        }

        using X509Certificate2 issuer = ClientCertificate.Authority(RunningProSanteConnect.Reference.Authority, TestAuthority.Organisations);
        return certificate.IssuedBy(issuer);
    }

    private static Task<CheckedService> StartAsync(ServiceAuthentication authentication, X509Certificate2 certificate, X509Certificate2? shown = null) =>
        RunningProSanteConnect.StartServiceAsync(
            registered => registered with { Authentication = authentication, Certificate = certificate, ClientSecret = null, BindsTokens = true }, shown);

    private static async Task<JsonNode> LogInAsync(CheckedService service)
    {
        using var visitor = new ServiceVisitor();
        using X509Certificate2 card = RunningProSanteConnect.Card(Identifier);
        return await visitor.LogInAsync(service, card);
    }

    private static async Task<HttpStatusCode> UserinfoAsync(string token, X509Certificate2? certificate)
    {
        using HttpClient client = ServiceVisitor.ClientWith(certificate);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await client.GetAsync(new Uri($"{RunningProSanteConnect.Server.SecureIssuer}/protocol/openid-connect/userinfo"));
        return answer.StatusCode;
    }
}
