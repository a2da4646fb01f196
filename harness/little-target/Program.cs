using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using CardConformance.LittleTarget;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

var settings = new Settings(new ConfigurationBuilder().AddCommandLine(args).Build());
var desk = new Desk();
var addresses = new Addresses();
using var wallet = new WalletClient(settings);

// Three doors: computers, phones, cards.
await using WebApplication portal = Door(settings, ClientCertificateMode.NoCertificate);
await using WebApplication phones = Door(settings, ClientCertificateMode.NoCertificate);
await using WebApplication cards = Door(settings, settings.AsksForNoCard ? ClientCertificateMode.NoCertificate : ClientCertificateMode.AllowCertificate);
new Portal(desk, wallet, addresses).Map(portal);
Phones.Map(phones, desk);
new Cards(new CardJudge(settings), desk, addresses).Map(cards);
foreach (WebApplication door in new[] { portal, phones, cards })
{
    await door.StartAsync();
}

addresses.Portal = Where(portal);
addresses.Card = Where(cards);
Console.WriteLine(JsonSerializer.Serialize(new
{
    portal = addresses.Portal,
    telephone = Where(phones),
    card = new Uri(addresses.Card, "carte"),
    home = new Uri(addresses.Portal, "compte"),
}));
await portal.WaitForShutdownAsync();

static Uri Where(WebApplication door) => new(
    door.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

static WebApplication Door(Settings settings, ClientCertificateMode cards)
{
    WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
    builder.Services.AddRoutingCore();
    builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, port =>
    {
        // An answer that ends its connection: only this version has it.
        port.Protocols = HttpProtocols.Http1;
        port.UseHttps(https =>
        {
            https.ServerCertificate = settings.Server;
            https.ServerCertificateChain = settings.ServerChain;
            https.ClientCertificateMode = cards;
            https.ClientCertificateValidation = (_, _, _) => true;
            if (cards != ClientCertificateMode.NoCertificate)
            {
                // A card cannot sign as TLS 1.3 asks it to, and each login is to be signed by one.
                https.SslProtocols = SslProtocols.Tls12;
                https.OnAuthenticate = (_, options) =>
                {
                    options.AllowTlsResume = false;
                    options.CertificateChainPolicy = null;
                };
            }
        });
    }));
    return builder.Build();
}
