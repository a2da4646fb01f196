using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.StandIns;

/// <summary>WireMock, which stands in for all back ends of a run: one process on a free port of this machine.</summary>
public sealed class WireMockServer : IAsyncDisposable
{
    private const string Version = "3.13.2";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    // Jetty's own is 30 s. A client that keeps its connections for longer (.NET: a minute) would now and then ask just as it is closed,
    // and may not ask again by itself when the request changes something.
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(10);

    private readonly SupervisedProcess _process;
    private readonly HttpClient _admin;

    private WireMockServer(SupervisedProcess process, Uri address)
    {
        _process = process;
        Address = address;
        _admin = new HttpClient { BaseAddress = new(address, "__admin/") };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Whether its process is gone.</summary>
    public bool HasEnded => _process.HasEnded;

    private static string Jar =>
        Path.Combine(Repository.Root, "harness", "node_modules", "wiremock", "build", $"wiremock-standalone-{Version}.jar");

    /// <summary>Starts it with the stubs of <c>fixtures/stubs</c>, and waits until it listens.</summary>
    /// <param name="cache">Folder for the archive of loaded classes that makes it start in half the time; made when missing.</param>
    /// <param name="port">The port to listen on, or <see langword="null"/> for any that is free.</param>
    /// <exception cref="FileNotFoundException">Java or WireMock is not installed.</exception>
    /// <exception cref="TimeoutException">It did not listen in time.</exception>
    public static Task<WireMockServer> StartAsync(string cache, int? port = null) => StartAsync(cache, "java", port);

    internal static async Task<WireMockServer> StartAsync(string cache, string java, int? port = null)
    {
        if (!File.Exists(Jar))
        {
            throw new FileNotFoundException($"WireMock is not installed: {Jar} is missing. Run \"./run-tests.sh setup\".", Jar);
        }

        string archive = Path.Combine(cache, $"wiremock-{Version}.jsa");
        if (!File.Exists(archive))
        {
            await MakeArchiveAsync(java, archive);
        }

        return await StartProcessAsync(java, $"-XX:SharedArchiveFile={archive}", port);
    }

    /// <summary>Adds a stub.</summary>
    /// <param name="mapping">WireMock's JSON.</param>
    /// <returns>Its id, for <see cref="RemoveAsync"/>.</returns>
    public async Task<string> AddAsync(JsonNode mapping)
    {
        using HttpResponseMessage response = await AskAsync(() => _admin.PostAsJsonAsync("mappings", mapping));
        JsonNode? stored = await response.Content.ReadFromJsonAsync<JsonNode>();
        return (string)stored!["id"]!;
    }

    /// <summary>Takes a stub away.</summary>
    /// <param name="id">Its id.</param>
    public async Task RemoveAsync(string id)
    {
        using HttpResponseMessage response = await AskAsync(() => _admin.DeleteAsync($"mappings/{id}"));
    }

    /// <summary>The requests that came in, oldest first.</summary>
    /// <param name="filter">WireMock's request pattern, for example <c>{ "urlPathPattern": "/sms/.*" }</c>.</param>
    public async Task<IReadOnlyList<ReceivedRequest>> FindRequestsAsync(JsonNode filter)
    {
        using HttpResponseMessage response = await AskAsync(() => _admin.PostAsJsonAsync("requests/find", filter));
        JsonNode? found = await response.Content.ReadFromJsonAsync<JsonNode>();
        return
        [
            .. found!["requests"]!.AsArray()
                .Select(request => new ReceivedRequest(
                    DateTimeOffset.FromUnixTimeMilliseconds((long)request!["loggedDate"]!),
                    (string)request["method"]!,
                    (string)request["url"]!,
                    (string?)request["body"] ?? "",
                    (string?)request["headers"]?["Idempotency-Key"]))
                .OrderBy(request => request.Time),
        ];
    }

    /// <summary>Stops it and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _process.DisposeAsync();
    }

    private static async Task MakeArchiveAsync(string java, string archive)
    {
        // Java writes the archive when it ends by itself; others may be doing the same, also in this process.
        string draft = $"{archive}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        await using WireMockServer server = await StartProcessAsync(java, $"-XX:ArchiveClassesAtExit={draft}", port: null);
        using HttpResponseMessage response = await server.AskAsync(() => server._admin.PostAsync("shutdown", null));
        await server._process.Ended;
        File.Move(draft, archive, overwrite: true);
    }

    private static async Task<WireMockServer> StartProcessAsync(string java, string archiveOption, int? port)
    {
        ReadyProcess<Uri> started = await ReadyProcess<Uri>.StartAsync(
            java,
            [
                archiveOption, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", Jar,
                "--port", $"{port ?? 0}", "--bind-address", "127.0.0.1", "--root-dir", Path.Combine(Repository.Fixtures, "stubs"), "--disable-banner",
                "--jetty-idle-timeout", $"{IdleLimit.TotalMilliseconds}",
            ],
            line => line.StartsWith("port:", StringComparison.Ordinal)
                ? new($"http://127.0.0.1:{int.Parse(line["port:".Length..], CultureInfo.InvariantCulture)}/")
                : null,
            StartLimit,
            (ended, said) => ended
                ? new FileNotFoundException(
                    $"WireMock ended at once. It needs Java: run \"./run-tests.sh setup\", or: apt-get install default-jre-headless. It said:\n{said}")
                : new TimeoutException($"WireMock did not listen within {StartLimit.TotalSeconds} s. It said:\n{said}"));
        return new(started.Process, started.Said);
    }

    private async Task<HttpResponseMessage> AskAsync(Func<Task<HttpResponseMessage>> request)
    {
        HttpResponseMessage response;
        try
        {
            response = await request();
        }
        catch (HttpRequestException failure)
        {
            throw new InvalidOperationException(
                $"WireMock, which stands in for the back ends at {Address}, does not answer: {failure.GetBaseException().Message}. "
                + (_process.HasEnded ? "Its process has ended." : "Its process is still there."),
                failure);
        }

        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw new InvalidOperationException($"WireMock answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            }
        }

        return response;
    }
}
