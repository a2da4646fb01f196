using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using System.Text.Json;
using CardConformance.Reference;
using CardConformance.Reference.Activation;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Control;
using CardConformance.Reference.Login;
using CardConformance.Reference.Orientation;
using CardConformance.Reference.Pages;
using CardConformance.Reference.ProSanteConnect;
using CardConformance.Reference.Rights;
using CardConformance.Reference.Telephone;
using CardConformance.Reference.TestSsl;
using CardConformance.Reference.WithoutCard;
using CardConformance.Reference.Workstation;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

const int ConfigurationError = 2;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
ReferenceSettings? settings = ReferenceSettings.Read(builder.Configuration, args, out IReadOnlyList<string> mistakes);
if (settings is null)
{
    Console.Error.WriteLine(string.Join('\n', mistakes));
    return ConfigurationError;
}

// Standard output holds one line, the addresses; everything else goes to standard error.
builder.Logging.ClearProviders();
builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);

// Requests are not logged: their addresses carry tickets.
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

// What it has to say about a start that failed is said below in one sentence.
builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
builder.Services.AddRazorComponents();
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton<VirtualTime>();
builder.Services.AddSingleton<Entrances>();
builder.Services.AddSingleton<CardLogin>();
builder.Services.AddSingleton<OneTimeTickets<AcceptedLogin>>();
builder.Services.AddSingleton<Sessions>();
builder.Services.AddSingleton<Activations>();
builder.Services.AddSingleton<Applicants>();
builder.Services.AddSingleton<MailRenderer>();
builder.Services.AddSingleton<ProviderDoor>();
builder.Services.AddSingleton<ServiceLogins>();
builder.Services.AddSingleton<ECpsRegister>();
builder.Services.AddSingleton<PhoneRequests>();
builder.Services.AddSingleton(settings.Rules);
builder.Services.AddSingleton(settings.Rights);
builder.Services.AddSingleton(settings.Defects);
builder.Services.AddSingleton<OneTimeTickets<TestSslResult>>();
builder.Services.AddHttpClient<Wallet>(client => Reach(client, settings.Wallet, settings));
builder.Services.AddHttpClient<Sms>(client => Reach(client, settings.Sms, settings));
builder.Services.AddHttpClient<Mail>(client => Reach(client, settings.Mail, settings));
builder.WebHost.UseKestrelHttpsConfiguration();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
    kestrel.Listen(IPAddress.Loopback, settings.Ports.Portal);
    kestrel.Listen(IPAddress.Loopback, settings.Ports.Card, listen => listen.UseHttps(CardPort(settings)));
    kestrel.Listen(IPAddress.Loopback, settings.Ports.Control);
});

WebApplication app = builder.Build();
Entrances entrances = app.Services.GetRequiredService<Entrances>();

// Three ports, three sets of pages: what one offers the others do not know.
app.MapWhen(context => context.Connection.LocalPort == entrances.Card.Port, card => Serve(card, CardEndpoints.Map));
app.MapWhen(context => context.Connection.LocalPort == entrances.Control.Port, control => Serve(control, ControlEndpoints.Map));
app.UseStaticFiles();
PhoneSystemCheck.Use(app, settings.Defects);
Serve(app, endpoints =>
{
    LoginEndpoints.Map(endpoints);
    AdviceEndpoints.Map(endpoints);
    ActivationEndpoints.Map(endpoints);
    TelephoneEndpoints.Map(endpoints);
    RequestEndpoints.Map(endpoints);
    OrientationEndpoints.Map(endpoints);
    ProviderEndpoints.Map(endpoints);
    ECpsLoginEndpoints.Map(endpoints);
    PhoneLoginEndpoints.Map(endpoints);
    WorkstationEndpoints.Map(endpoints);
    TestSslEndpoints.Map(endpoints);
    RightsEndpoints.Map(endpoints);
});

if (settings.Defects.Name is { } defect)
{
    Log.DefectSeeded(app.Logger, defect);
}

try
{
    await app.StartAsync();
}
catch (IOException failure) when (failure.InnerException is AddressInUseException or SocketException)
{
    Console.Error.WriteLine($"{failure.Message} Choose another port, or 0 for any free one.");
    return ConfigurationError;
}

int[] ports = [.. app.Urls.Select(url => new Uri(url).Port)];
entrances.Open(ports[0], ports[1], ports[2]);
Console.WriteLine(JsonSerializer.Serialize(new
{
    portal = entrances.Portal,
    telephone = new Uri(entrances.Portal, "telephone"),
    card = entrances.Card,
    control = entrances.Control,
    home = new Uri(entrances.Portal, "espace"),
    product = new { name = "CardConformance.Reference", version = typeof(ReferenceSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion },
}));

await app.WaitForShutdownAsync();
return 0;

static void Reach(HttpClient client, Uri backEnd, ReferenceSettings settings)
{
    client.BaseAddress = backEnd;
    client.Timeout = settings.BackEndLimit;
}

static void Serve(IApplicationBuilder app, Action<IEndpointRouteBuilder> map)
{
    app.UseRouting();
    app.UseEndpoints(map);
}

static HttpsConnectionAdapterOptions CardPort(ReferenceSettings settings) => new()
{
    ServerCertificate = settings.ServerCertificates[0],
    ServerCertificateChain = settings.ServerCertificates,

    // A CPS3 signs TLS 1.2 handshakes only: it has no RSA-PSS.
    SslProtocols = SslProtocols.Tls12,

    // Any certificate, or none, gets as far as a page that says what is wrong with it.
    ClientCertificateMode = ClientCertificateMode.AllowCertificate,
    ClientCertificateValidation = (_, _, _) => true,
    OnAuthenticate = (_, options) => options.AllowTlsResume = false,
};
