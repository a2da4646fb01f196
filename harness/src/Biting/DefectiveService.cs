using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Biting;

/// <summary>The example service without one of its checks, or with all of them, run and described as a vendor does with theirs.</summary>
internal sealed class DefectiveService : IAsyncDisposable
{
    private readonly ExampleService _service;

    private DefectiveService(ExampleService service, string file)
    {
        _service = service;
        File = file;
    }

    /// <summary>Its description.</summary>
    internal string File { get; }

    /// <summary>Starts one.</summary>
    /// <param name="defect">What is wrong with it, or <see langword="null"/> for nothing.</param>
    /// <param name="folder">Where its description goes.</param>
    internal static async Task<DefectiveService> StartAsync(SeededDefect? defect, string folder)
    {
        ExampleService service = await ExampleService.StartAsync(new($"http://localhost:{FreePort()}/auth/realms/esante-wallet"), defect?.Check);
        string file = Path.Combine(folder, $"{defect?.Name ?? "service"}.json");
        await System.IO.File.WriteAllTextAsync(file, Describe(service.Service with { Name = $"SI-DEP, {defect?.Name ?? "sans défaut"}" }));
        return new(service, file);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Describe(TestedService service) => new JsonObject
    {
        ["name"] = service.Name,
        ["home"] = service.Home.ToString(),
        ["login"] = new JsonArray([.. service.Login]),
        ["session"] = service.Session.ToString(),
        ["connected"] = service.Connected,
        ["notConnected"] = new JsonArray([.. service.NotConnected]),
        ["shows"] = new JsonArray([.. service.Shown.Select(shown => JsonNamingPolicy.CamelCase.ConvertName(shown.ToString()))]),
        ["answersWithin"] = (int)service.AnswersWithin.TotalSeconds,
        ["issuer"] = service.Issuer!.ToString(),
        ["clientId"] = service.Registration.ClientId,
        ["clientSecret"] = service.Registration.ClientSecret,
        ["redirectUris"] = new JsonArray(service.Registration.RedirectUri.ToString()),
    }.ToJsonString();
}
