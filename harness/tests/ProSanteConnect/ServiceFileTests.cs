using System.Text.Json;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>A vendor's description of a service: what it holds, and every mistake of it at once.</summary>
public sealed class ServiceFileTests
{
    private const string Whole =
        """
        {
          "name": "Mon service",
          "home": "http://localhost:8080/",
          "login": ["Continuer", "Pro Santé Connect"],
          "session": "http://localhost:8080/dossiers",
          "connected": "Bienvenue",
          "notConnected": ["Accès refusé", "Connectez-vous"],
          "shows": ["familyName"],
          "answersWithin": 12,
          "issuer": "http://localhost:9400/auth/realms/esante-wallet",
          "clientId": "mon-service",
          "clientSecret": "secret",
          "redirectUris": ["http://localhost:8080/retour", "http://localhost:8080/autre"],
        }
        """;

    [Test]
    public void Whole_file_is_read()
    {
        TestedService service = Load(Whole);
        Assert.Multiple(() =>
        {
            Assert.That(service.Name, Is.EqualTo("Mon service"));
            Assert.That(service.Login, Is.EqualTo(["Continuer", "Pro Santé Connect"]));
            Assert.That(service.Session, Is.EqualTo(new Uri("http://localhost:8080/dossiers")));
            Assert.That(service.NotConnected, Is.EqualTo(["Accès refusé", "Connectez-vous"]));
            Assert.That(service.Shown, Is.EqualTo([PersonShown.FamilyName]));
            Assert.That(service.AnswersWithin, Is.EqualTo(TimeSpan.FromSeconds(12)));
            Assert.That(service.Issuer, Is.EqualTo(new Uri("http://localhost:9400/auth/realms/esante-wallet")));
            Assert.That(service.Registration.RedirectUri, Is.EqualTo(new Uri("http://localhost:8080/retour")));
            Assert.That(service.Registration.OtherRedirectUris, Is.EqualTo([new Uri("http://localhost:8080/autre")]));
            Assert.That(service.Registration.Authentication, Is.EqualTo(ServiceAuthentication.ClientSecretBasic));
        });
    }

    [TestCase("", null)]
    [TestCase("\"version\": \"3.2\",", "3.2")]
    public void Run_against_it_is_about_the_service(string member, string? version)
    {
        TestedProduct product = Load(Whole.Replace("{", $"{{ {member}", StringComparison.Ordinal)).Product;
        Assert.That(product, Is.EqualTo(new TestedProduct("Mon service", version, Observed: false)));
        Assert.That(TestedProduct.Read(JsonSerializer.SerializeToUtf8Bytes(product, RunFolder.Json)), Is.EqualTo(product), "as a package holds it");
    }

    [Test]
    public void Product_that_speaks_for_itself_says_its_version() =>
        Assert.That(() => TestedProduct.Read("""{"name":"Portail","version":null,"observed":true}"""u8), Throws.InstanceOf<JsonException>());

    [Test]
    public void Every_mistake_is_named_with_its_place()
    {
        string message = Refusal(Whole
            .Replace("\"http://localhost:8080/\"", "\"mon-service\"", StringComparison.Ordinal)
            .Replace("\"Accès refusé\"", "\"Bienvenue à tous\"", StringComparison.Ordinal)
            .Replace("familyName", "nom", StringComparison.Ordinal)
            .Replace("localhost:9400", "auth.example", StringComparison.Ordinal)
            .Replace("\"clientId\"", "\"client_id\"", StringComparison.Ordinal)
            .Replace("12", "0", StringComparison.Ordinal));
        string[] mistakes = message.Split('\n');
        Assert.That(mistakes, Has.Length.EqualTo(7), message);
        Assert.Multiple(() =>
        {
            Assert.That(mistakes[0], Does.Contain("$.home: an address that begins with http:// or https:// is expected here, found \"mon-service\"."));
            Assert.That(mistakes[1], Does.Contain("$.shows: ").And.Contain("identifiantNational, familyName, givenName"));
            Assert.That(mistakes[2], Does.Contain("$.answersWithin: a whole number from 1 to 120 is expected here, found 0."));
            Assert.That(mistakes[3], Does.Contain("$.issuer: http://localhost:PORT/auth/realms/esante-wallet is expected here"));
            Assert.That(mistakes[4], Does.Contain("$: the member \"clientId\" is missing."));
            Assert.That(mistakes[5], Does.Contain("$.notConnected: \"Bienvenue à tous\" holds the words of \"connected\""));
            Assert.That(mistakes[6], Does.Contain("$.client_id: this member is not known"));
        });
    }

    [Test]
    public void Certificate_needs_a_file_and_TLS()
    {
        string message = Refusal(Whole.Replace("\"clientSecret\": \"secret\"", "\"authentication\": \"tlsClientAuth\", \"certificate\": \"absent.pem\"", StringComparison.Ordinal));
        Assert.That(message, Does.Contain("$.issuer: a service that authenticates by its certificate needs https here").And.Contain("$.certificate: a certificate, PEM or DER, is expected in "));
    }

    [Test]
    public void File_that_is_not_there_is_named() => Assert.That(() => ServiceFile.Load("/nowhere/service.json"), Throws.TypeOf<UserException>().With.Message.Contains("/nowhere/service.json"));

    private static string Refusal(string json) => Assert.Throws<UserException>(() => Load(json))!.Message;

    private static TestedService Load(string json)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);
            return ServiceFile.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
