using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>The reference as a server: where it listens, what each port knows, and that it goes.</summary>
public sealed class RunningTargetTests : IDisposable
{
    // Of test networks: nobody is there, and nothing here asks.
    private static readonly Uri BackEnds = new("http://192.0.2.1/");

    private static RunningTarget? _server;
    private static DirectoryInfo? _sharedFolder;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-server-");

    private static RunningTarget Server => _server ?? throw new InvalidOperationException("the reference was not started");

    [OneTimeSetUp]
    public static async Task StartSharedAsync()
    {
        _sharedFolder = Directory.CreateTempSubdirectory("cardconformance-server-");
        _server = await StartAsync(_sharedFolder);
    }

    [OneTimeTearDown]
    public static async Task StopSharedAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _sharedFolder?.Delete(recursive: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Listens_on_three_ports_of_loopback_and_leaves_no_process()
    {
        int processId;
        await using (RunningTarget server = await StartAsync(_folder))
        {
            (processId, IReadOnlyList<IPEndPoint> endPoints) = ListeningSockets.OfProcessBehind(server.Addresses.Portal.Port);
            int[] ports = [server.Addresses.Portal.Port, server.CardPort.Port, ControlOf(server).Port];
            Assert.That(endPoints, Is.EquivalentTo(ports.Select(port => new IPEndPoint(IPAddress.Loopback, port))));
            Assert.That(ports, Is.Unique);
        }

        Assert.That(Directory.Exists($"/proc/{processId}"), Is.False);
    }

    [Test]
    public async Task Each_port_knows_its_own_pages_only()
    {
        using var client = new HttpClient();
        Uri control = ControlOf(Server);
        Assert.That(await AskAsync(client, new(control, "temps?personne=1")), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync(client, new(Server.Addresses.Portal, "temps?personne=1")), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await AskAsync(client, new(control, "connexion")), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await AskAsync(client, new(control, "espace")), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await AskAsync(client, new(Server.Addresses.Portal, "connexion")), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Time_goes_forward_for_one_person_only()
    {
        await Server.AdvanceTimeAsync("899700000021", TimeSpan.FromHours(48));
        Assert.That(await AheadOfAsync("899700000021"), Is.EqualTo("2.00:00:00"));
        Assert.That(await AheadOfAsync("899700000022"), Is.EqualTo("00:00:00"));
    }

    [TestCase("""{ "personne": "899700000023", "avance": "-00:00:01" }""", "avance: a duration that is not negative is expected", TestName = "Time_does_not_go_back")]
    [TestCase("""{ "avance": "00:00:01" }""", "personne: the national identifier of the person", TestName = "Time_of_nobody")]
    public async Task Refuses(string order, string complaint)
    {
        using var client = new HttpClient();
        using var content = new StringContent(order, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri(ControlOf(Server), "temps"), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(complaint));
    }

    [TestCase("""{ "personne": "899700000024", "version": "2019" }""", "version: one of 2020, 2024, 2025 is expected", TestName = "Rule_of_no_version")]
    [TestCase("""{ "version": "2024" }""", "personne: the national identifier of the person", TestName = "Rule_for_nobody")]
    public async Task Refuses_a_choice_of_rules(string order, string complaint)
    {
        using var client = new HttpClient();
        using var content = new StringContent(order, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri(ControlOf(Server), "regles"), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(complaint));
    }

    private static async Task<string> AheadOfAsync(string person)
    {
        using var client = new HttpClient();
        return (string)JsonNode.Parse(await client.GetStringAsync(new Uri(ControlOf(Server), $"temps?personne={person}")))!["avance"]!;
    }

    private static Task<RunningTarget> StartAsync(DirectoryInfo folder) =>
        RunningTarget.StartReferenceAsync(BackEnds, CardIssuing.OpenAuthority(), folder.FullName);

    // The line in which it says where it is.
    private static Uri ControlOf(RunningTarget server) =>
        new((string)JsonNode.Parse(server.Log.Single(line => line.StartsWith('{')))!["control"]!);

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, Uri address)
    {
        using HttpResponseMessage answer = await client.GetAsync(address);
        return answer.StatusCode;
    }
}
