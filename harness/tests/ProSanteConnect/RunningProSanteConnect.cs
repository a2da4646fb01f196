using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Tests.SystemUnderTest;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>The stand-in of Pro Santé Connect with the reference for its login pages, started once for the tests of this folder.</summary>
[SetUpFixture]
internal sealed class RunningProSanteConnect
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("cardconformance-psc-");
    private static RunningReference? _reference;
    private static ProSanteConnectServer? _server;
    private static Uri? _revocationList;

    internal static RunningReference Reference => _reference ?? throw new InvalidOperationException("the reference was not started");

    internal static ProSanteConnectServer Server => _server ?? throw new InvalidOperationException("Pro Santé Connect was not started");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _reference = await RunningReference.StartAsync();
        _server = await ProSanteConnectServer.StartAsync(_reference.Server, _reference.Authority, Folder.FullName);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        _revocationList = await new StandIn(_reference.BackEnds).PublishRevocationListAsync(
            "psc", _reference.Authority.RevocationList(TestAuthority.Persons, [], now.AddMinutes(-1), now.AddDays(1)));
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_reference?.DisposeAsync() ?? ValueTask.CompletedTask);
        Folder.Delete(recursive: true);
    }

    /// <summary>A service that is registered.</summary>
    internal static Task<CheckedService> StartServiceAsync(
        Func<RegisteredService, RegisteredService>? change = null, X509Certificate2? shownCertificate = null, int seconds = 60) =>
        CheckedService.StartAsync(Server, Reference.Authority, change, shownCertificate, seconds);

    /// <summary>A card that is good to log in with.</summary>
    internal static X509Certificate2 Card(string identifiantNational, DateTimeOffset? to = null)
    {
        using X509Certificate2 issuer = ClientCertificate.Authority(Reference.Authority, TestAuthority.Persons);
        var certificate = new ClientCertificate { Identifier = identifiantNational, RevocationList = _revocationList };
        return (to is { } end ? certificate with { To = end } : certificate).IssuedBy(issuer);
    }
}
