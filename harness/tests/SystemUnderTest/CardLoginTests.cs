using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>Who the reference lets in with a certificate, and what it shows to the others. The keys are in software here.</summary>
public sealed class CardLoginTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static RunningReference? _reference;

    private readonly HttpVisitor _visitor = new(Reference.Server.Addresses);
    private readonly StandIn _standIn = new(Reference.BackEnds);

    // .NET keeps revocation lists by their addresses: each test has its own.
    private readonly string _list = Guid.NewGuid().ToString("N");

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

    public void Dispose() => _visitor.Dispose();

    [Test]
    public async Task Good_certificate_lets_its_holder_in()
    {
        HttpScreen screen = await LogInAsync(new ClientCertificate { RevocationList = await PublishAsync() });
        Assert.That(screen.Title, Is.EqualTo("Votre espace personnel"));
        Assert.That(screen.Html, Does.Contain("CLAIRE MARTIN").And.Contain("899700000013"));
    }

    [Test]
    public async Task No_certificate() => await ExpectRefusalAsync("Aucune carte détectée", (X509Certificate2?)null);

    [Test]
    public async Task Self_signed() => await ExpectRefusalAsync("Carte non reconnue", new ClientCertificate().SelfSigned());

    [Test]
    public async Task Issued_by_somebody_who_took_the_authoritys_name()
    {
        using X509Certificate2 impostor = ClientCertificate.Impostor(Reference.Authority.PublicPartOf(TestAuthority.Persons));
        await ExpectRefusalAsync("Carte non reconnue", new ClientCertificate { RevocationList = await PublishAsync() }.IssuedBy(impostor));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Issued_by_the_authority_for_servers(bool namesHolder)
    {
        Uri list = await PublishAsync(issuer: TestAuthority.Organisations);
        using X509Certificate2 issuer = ClientCertificate.Authority(Reference.Authority, TestAuthority.Organisations);
        await ExpectRefusalAsync("Certificat inadapté", new ClientCertificate { RevocationList = list, NamesHolder = namesHolder }.IssuedBy(issuer));
    }

    [Test]
    public async Task Expired() =>
        await ExpectRefusalAsync("Carte expirée", new ClientCertificate { From = Now - (3 * Day), To = Now.AddSeconds(-5), RevocationList = await PublishAsync() });

    [Test]
    public async Task Not_yet_valid() =>
        await ExpectRefusalAsync("Carte pas encore valide", new ClientCertificate { From = Now + (Day / 24), To = Now + Day, RevocationList = await PublishAsync() });

    [Test]
    public async Task Valid_until_tomorrow_is_valid() =>
        Assert.That(
            (await LogInAsync(new ClientCertificate { From = Now.AddMinutes(-1), To = Now + Day, RevocationList = await PublishAsync() })).Title,
            Is.EqualTo("Votre espace personnel"));

    [Test]
    public async Task For_servers_instead_of_people() =>
        await ExpectRefusalAsync("Certificat inadapté", new ClientCertificate { Usages = ["1.3.6.1.5.5.7.3.1"], RevocationList = await PublishAsync() });

    [Test]
    public async Task Signature_certificate_of_the_card()
    {
        // Our cards' signature certificates: no extended usage at all, and a key for signing documents.
        var signature = new ClientCertificate { Usages = [], KeyUsage = X509KeyUsageFlags.NonRepudiation, RevocationList = await PublishAsync() };
        await ExpectRefusalAsync("Certificat inadapté", signature);
    }

    [Test]
    public async Task Naming_nobody() =>
        await ExpectRefusalAsync("Titulaire de la carte non reconnu", new ClientCertificate { NamesHolder = false, RevocationList = await PublishAsync() });

    [TestCase("99700000013", TestName = "Identifier_without_its_type")]
    [TestCase("8997000000134", TestName = "Identifier_with_a_digit_too_many")]
    [TestCase("299700000013", TestName = "Identifier_of_a_type_that_is_no_longer_given")]
    [TestCase("3760021832", TestName = "Structure_without_a_number_in_its_register")]
    [TestCase("3760021832/", TestName = "Structure_with_an_empty_number")]
    [TestCase("<b>899700000013</b>", TestName = "Identifier_with_markup")]
    public async Task Naming_a_malformed_identifier(string identifier) =>
        await ExpectRefusalAsync("Titulaire de la carte non reconnu", new ClientCertificate { Identifier = identifier, RevocationList = await PublishAsync() });

    [TestCase("0012807590", TestName = "ADELI")]
    [TestCase("00B7010446", TestName = "ADELI_with_a_letter")]
    [TestCase("3760021832/000000018", TestName = "Staff_by_FINESS")]
    [TestCase("579900000700010/CPAT0001", TestName = "Staff_by_SIRET")]
    public async Task Naming_another_form_of_identifier(string identifier) =>
        Assert.That(
            (await LogInAsync(new ClientCertificate { Identifier = identifier, RevocationList = await PublishAsync() })).Html, Does.Contain(identifier));

    [Test]
    public async Task Non_nominative() =>
        await ExpectRefusalAsync("Carte non nominative", new ClientCertificate { NamesHolder = false, Pseudonym = "EMPLOYE000000018", RevocationList = await PublishAsync() });

    [Test]
    public async Task Valid_until_its_end_and_no_longer()
    {
        // An identifier of its own, since its clock is stopped and moved.
        const string Identifier = "899700000914";
        await Reference.Server.StopTimeAsync(Identifier);
        DateTimeOffset stopped = await Reference.Server.TimeOfAsync(Identifier);
        DateTimeOffset end = new(stopped.Ticks - (stopped.Ticks % TimeSpan.TicksPerSecond) + TimeSpan.TicksPerDay, TimeSpan.Zero);
        var certificate = new ClientCertificate { Identifier = Identifier, To = end, RevocationList = await PublishAsync(nextUpdate: Now + (9 * Day)) };
        await Reference.Server.AdvanceTimeAsync(Identifier, end - stopped - TimeSpan.FromTicks(1));
        Assert.That((await LogInAsync(certificate)).Title, Is.EqualTo("Votre espace personnel"));
        await Reference.Server.AdvanceTimeAsync(Identifier, TimeSpan.FromTicks(1));
        using var later = new HttpVisitor(Reference.Server.Addresses);
        using X509Certificate2 issued = Issue(certificate);
        Assert.That((await later.LogInAsync(address => AskAsync(address, issued))).Title, Is.EqualTo("Carte expirée"));
    }

    [Test]
    public async Task Revoked()
    {
        X509Certificate2 certificate = Issue(new() { RevocationList = AddressOf(_list) });
        await PublishAsync(revoked: [certificate.SerialNumberBytes.ToArray()]);
        await ExpectRefusalAsync("Carte en opposition", certificate);
    }

    [Test]
    public async Task Another_one_revoked_lets_this_one_in()
    {
        Uri list = await PublishAsync(revoked: [[0x41, 0x01]]);
        Assert.That((await LogInAsync(new ClientCertificate { RevocationList = list })).Title, Is.EqualTo("Votre espace personnel"));
    }

    [Test]
    public async Task Revocation_list_not_found() =>
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = AddressOf(_list) });

    [Test]
    public async Task Revocation_list_where_nobody_answers() =>
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = new($"http://127.0.0.1:{FreePort()}/list.crl") });

    [Test]
    public async Task Revocation_list_that_does_not_come_in_time()
    {
        await Reference.BackEnds.AddAsync(JsonNode.Parse(
            $$"""
            {
              "request": { "method": "GET", "urlPath": "{{AddressOf(_list).AbsolutePath}}" },
              "response": { "status": 200, "fixedDelayMilliseconds": 60000 }
            }
            """)!);
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = AddressOf(_list) });
    }

    [Test]
    public async Task Revocation_list_out_of_date()
    {
        Uri list = await PublishAsync(thisUpdate: Now - (2 * Day), nextUpdate: Now - Day);
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = list });
    }

    [Test]
    public async Task Revocation_list_of_another_authority()
    {
        Uri list = await PublishAsync(issuer: TestAuthority.Organisations);
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = list });
    }

    [Test]
    public async Task Revocation_list_that_is_none()
    {
        Uri list = await _standIn.PublishRevocationListAsync(_list, "<html>"u8.ToArray());
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate { RevocationList = list });
    }

    [Test]
    public async Task No_revocation_list_named() =>
        await ExpectRefusalAsync("Vérification impossible", new ClientCertificate());

    [Test]
    public async Task A_ticket_serves_once()
    {
        Uri? used = null;
        using X509Certificate2 certificate = Issue(new() { RevocationList = await PublishAsync() });
        await _visitor.LogInAsync(async address => used = await AskAsync(address, certificate));
        Assert.That((await _visitor.OpenAsync(used!.ToString())).Title, Is.EqualTo("Connexion expirée"));
    }

    [Test]
    public async Task A_ticket_serves_in_the_browser_that_began()
    {
        Uri? stolen = null;
        using X509Certificate2 certificate = Issue(new() { RevocationList = await PublishAsync() });
        await _visitor.LogInAsync(async address =>
        {
            stolen = await AskAsync(address, certificate);
            return new(Reference.Server.Addresses.Portal, "/");
        });
        using var thief = new HttpVisitor(Reference.Server.Addresses);
        Assert.That((await thief.OpenAsync(stolen!.ToString())).Title, Is.EqualTo("Connexion expirée"));
        Assert.That((await thief.OpenAsync("/espace")).Title, Is.EqualTo("Portail e-CPS"));
    }

    [Test]
    public async Task Session_of_a_browser_goes_on_with_its_card_and_ends_without()
    {
        Uri list = await PublishAsync();
        using X509Certificate2 card = Issue(new() { RevocationList = list });
        using X509Certificate2 another = Issue(new() { RevocationList = list });
        await _visitor.LogInAsync(async address => new((string)(await AskAsScriptAsync(address, card))["suite"]!));
        Uri watch = new((string)(await _visitor.ReadAsync("/presence"))["adresse"]!);
        Assert.That((bool)(await AskAsScriptAsync(watch, card))["presente"]!, Is.True);
        Assert.That((await _visitor.OpenAsync("/espace")).Title, Is.EqualTo("Votre espace personnel"));
        Assert.That((bool)(await AskAsScriptAsync(watch, another))["presente"]!, Is.False);
        Assert.That((await _visitor.OpenAsync("/espace")).Title, Is.EqualTo("Portail e-CPS"));
        Assert.That((bool)(await AskAsScriptAsync(watch, card))["presente"]!, Is.False, "what has ended does not come back");
    }

    [Test]
    public async Task Session_of_the_workstations_software_is_not_asked_for_its_card()
    {
        await LogInAsync(new ClientCertificate { RevocationList = await PublishAsync() });
        Assert.That((await _visitor.ReadAsync("/presence"))["adresse"], Is.Null);
    }

    [Test]
    public void The_port_for_cards_speaks_TLS_1_2_only()
    {
        // A CPS3 cannot sign the handshake of TLS 1.3.
        using var client = new TcpClient("localhost", Reference.Server.CardPort.Port);
        using var stream = new SslStream(client.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.Tls13 };
        Assert.That(() => stream.AuthenticateAsClientAsync(options), Throws.InstanceOf<AuthenticationException>());
    }

    private async Task ExpectRefusalAsync(string title, ClientCertificate certificate) => await ExpectRefusalAsync(title, Issue(certificate));

    private async Task ExpectRefusalAsync(string title, X509Certificate2? certificate)
    {
        HttpScreen screen = await _visitor.LogInAsync(address => AskAsync(address, certificate));
        Assert.That(screen.Title, Is.EqualTo(title));
        Assert.That((await _visitor.OpenAsync("/espace")).Title, Is.EqualTo("Portail e-CPS"), "nobody is logged in");
    }

    private async Task<HttpScreen> LogInAsync(ClientCertificate certificate)
    {
        using X509Certificate2 issued = Issue(certificate);
        return await _visitor.LogInAsync(address => AskAsync(address, issued));
    }

    private static X509Certificate2 Issue(ClientCertificate certificate)
    {
        using X509Certificate2 issuer = ClientCertificate.Authority(Reference.Authority, TestAuthority.Persons);
        return certificate.IssuedBy(issuer);
    }

    private static async Task<Uri> AskAsync(Uri address, X509Certificate2? certificate)
    {
        using HttpClient client = ClientWith(certificate);
        using HttpResponseMessage answer = await client.GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return answer.Headers.Location!;
    }

    private static async Task<JsonNode> AskAsScriptAsync(Uri address, X509Certificate2 certificate)
    {
        using HttpClient client = ClientWith(certificate);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return JsonNode.Parse(await client.GetStringAsync(address))!;
    }

    private static HttpClient ClientWith(X509Certificate2? certificate)
    {
        // The server is checked as browsers do it; only whose roots are trusted is ours to say.
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(Reference.Authority.Roots);
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new()
            {
                CertificateChainPolicy = trust,
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
            },
        });
    }

    private async Task<Uri> PublishAsync(
        string issuer = TestAuthority.Persons, IEnumerable<byte[]>? revoked = null, DateTimeOffset? thisUpdate = null, DateTimeOffset? nextUpdate = null) =>
        await _standIn.PublishRevocationListAsync(
            _list, Reference.Authority.RevocationList(issuer, revoked ?? [], thisUpdate ?? Now.AddMinutes(-1), nextUpdate ?? Now + Day));

    private static Uri AddressOf(string list) => new(Reference.BackEnds.Address, $"/igc-sante/CRL/{list}.crl");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
