using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.StandIns;

public sealed class WireMockServerTests
{
    private static readonly DirectoryInfo EmptyFolder = Directory.CreateTempSubdirectory("cardconformance-wiremock-");
    private static WireMockServer? _server;

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

        EmptyFolder.Delete(recursive: true);
    }

    [Test]
    public async Task Listens_on_loopback_alone_beside_others_and_leaves_no_process()
    {
        int processId;
        Uri address;
        await using (WireMockServer own = await WireMockServer.StartAsync(CacheFolder.Path))
        {
            address = own.Address;
            (processId, IReadOnlyList<IPEndPoint> endPoints) = ListeningSockets.OfProcessBehind(address.Port);
            Assert.That(endPoints, Is.EqualTo([new IPEndPoint(IPAddress.Loopback, address.Port)]));
            Assert.That(address.Port, Is.Not.EqualTo(Server.Address.Port), "no port is fixed, so none can be taken");
        }

        using var client = new HttpClient();
        Assert.That(async () => await client.GetAsync(address), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Directory.Exists($"/proc/{processId}"), Is.False);
    }

    [Test]
    public async Task Keeps_a_connection_for_longer_than_it_would_by_itself()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.Address.Port);
        await AskAsync(socket);
        using var longer = new CancellationTokenSource(TimeSpan.FromSeconds(32));
        Assert.That(async () => await socket.ReceiveAsync(new byte[1], longer.Token), Throws.InstanceOf<OperationCanceledException>(), "it closed the connection");
        await AskAsync(socket);
    }

    [Test]
    public void Does_not_answer_on_the_addresses_of_the_network()
    {
        IPAddress[] addresses =
        [
            .. NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(one => one.GetIPProperties().UnicastAddresses)
                .Select(one => one.Address)
                .Where(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one)),
        ];
        Assume.That(addresses, Is.Not.Empty, "this machine has no network");
        foreach (IPAddress address in addresses)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            Assert.That(() => socket.Connect(address, Server.Address.Port), Throws.InstanceOf<SocketException>(), address.ToString());
        }
    }

    [Test]
    public void Without_java_it_says_what_to_install() =>
        Assert.That(
            () => WireMockServer.StartAsync(CacheFolder.Path, java: "/nowhere/java"),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("default-jre-headless").And.Message.Contains("./run-tests.sh setup"));

    [Test]
    public void What_java_said_before_it_ended_is_told() =>
        Assert.That(
            () => WireMockServer.StartAsync(CacheFolder.Path, java: "/usr/bin/sha256sum"),
            Throws.Exception.With.Message.Contains("sha256sum: "));

    [Test]
    public async Task Two_first_starts_at_once_make_one_archive()
    {
        string cache = EmptyFolder.CreateSubdirectory("first").FullName;
        WireMockServer[] servers = await Task.WhenAll(WireMockServer.StartAsync(cache), WireMockServer.StartAsync(cache));
        foreach (WireMockServer server in servers)
        {
            await server.DisposeAsync();
        }

        Assert.That(Directory.EnumerateFiles(cache).Select(Path.GetFileName), Is.EqualTo(["wiremock-3.13.2.jsa"]));
    }

    [Test]
    public async Task A_spoilt_archive_costs_time_and_nothing_else()
    {
        string cache = EmptyFolder.CreateSubdirectory("spoilt").FullName;
        await File.WriteAllTextAsync(Path.Combine(cache, "wiremock-3.13.2.jsa"), "spoilt");
        await using WireMockServer server = await WireMockServer.StartAsync(cache);
        Assert.That(await server.FindRequestsAsync(new JsonObject()), Is.Empty);
    }

    [Test]
    public async Task Journal_tells_requests_in_their_order()
    {
        using var client = new HttpClient { BaseAddress = Server.Address };
        foreach (string text in new[] { "premier", "deuxième", "troisième" })
        {
            using HttpResponseMessage answer = await client.PostAsJsonAsync("journal", new { texte = text });
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "also what no stub answers is in the journal");
        }

        IReadOnlyList<ReceivedRequest> received = await Server.FindRequestsAsync(new JsonObject { ["urlPath"] = "/journal" });
        Assert.That(received.Select(request => (string)JsonNode.Parse(request.Body)!["texte"]!), Is.EqualTo(["premier", "deuxième", "troisième"]));
        Assert.That(received.Select(request => (request.Method, request.Url)), Is.All.EqualTo(("POST", "/journal")));
        Assert.That(await Server.FindRequestsAsync(new JsonObject { ["urlPath"] = "/journa" }), Is.Empty);
    }

    [Test]
    public async Task Gone_it_is_named_by_whoever_needs_it()
    {
        await using WireMockServer server = await WireMockServer.StartAsync(CacheFolder.Path);
        using (var admin = new HttpClient { BaseAddress = server.Address })
        using (await admin.PostAsync("__admin/shutdown", null))
        {
        }

        Assert.That(
            async () =>
            {
                // It answers before it goes, at the end with 503.
                while (true)
                {
                    try
                    {
                        await server.FindRequestsAsync(JsonNode.Parse("{}")!);
                    }
                    catch (InvalidOperationException answer) when (answer.Message.StartsWith("WireMock answered 503", StringComparison.Ordinal))
                    {
                    }
                }
            },
            Throws.InvalidOperationException.With.Message.StartsWith(
                $"WireMock, which stands in for the back ends at {server.Address}, does not answer: "));
    }

    [Test]
    public void A_stub_that_WireMock_refuses_is_refused_with_its_words() =>
        Assert.That(
            () => Server.AddAsync(JsonNode.Parse("""{ "requets": {} }""")!),
            Throws.InvalidOperationException.With.Message.StartsWith("WireMock answered 422:").And.Message.Contains("requets"));

    [Test]
    public void A_stub_that_is_not_there_cannot_be_taken_away() =>
        Assert.That(
            () => Server.RemoveAsync(Guid.NewGuid().ToString()),
            Throws.InvalidOperationException.With.Message.StartsWith("WireMock answered 404:"));

    // One question and the whole of its answer, which comes in chunks: the last one is empty.
    private static async Task AskAsync(Socket socket)
    {
        await socket.SendAsync("GET /__admin/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray());
        byte[] part = new byte[4096];
        string answer = "";
        while (!answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
        {
            int length = await socket.ReceiveAsync(part);
            Assert.That(length, Is.Positive, "it closed the connection");
            answer += Encoding.ASCII.GetString(part, 0, length);
        }
    }
}
