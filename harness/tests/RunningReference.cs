using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests;

/// <summary>The reference with stand-ins for its back ends, as a run starts them, without readers and browsers.</summary>
internal sealed class RunningReference : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private RunningReference(DirectoryInfo folder, TestAuthority authority, WireMockServer backEnds, RunningTarget server)
    {
        _folder = folder;
        Authority = authority;
        BackEnds = backEnds;
        Server = server;
    }

    internal TestAuthority Authority { get; }

    internal WireMockServer BackEnds { get; }

    internal RunningTarget Server { get; }

    internal static async Task<RunningReference> StartAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-reference-");
        TestAuthority authority = CardIssuing.OpenAuthority();
        WireMockServer backEnds = await WireMockServer.StartAsync(CacheFolder.Path);
        return new(folder, authority, backEnds, await RunningTarget.StartReferenceAsync(backEnds.Address, authority, folder.FullName));
    }

    /// <summary>WireMock's own account of all that came in about one person, oldest first.</summary>
    internal async Task<IReadOnlyList<JsonNode>> ReadJournalAsync(string person)
    {
        using var client = new HttpClient();
        JsonNode journal = JsonNode.Parse(await client.GetStringAsync(new Uri(BackEnds.Address, "__admin/requests")))!;
        return
        [
            .. journal["requests"]!.AsArray()
                .Where(entry => ((string)entry!["request"]!["url"]!).Contains(person, StringComparison.Ordinal))
                .OrderBy(entry => (long)entry!["request"]!["loggedDate"]!)!,
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await BackEnds.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
