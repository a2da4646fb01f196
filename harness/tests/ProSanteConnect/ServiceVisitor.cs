using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Harness.Tests.ProSanteConnect;

/// <summary>A professional's browser, by HTTP alone, that goes to a service and logs in at Pro Santé Connect.</summary>
internal sealed partial class ServiceVisitor : IDisposable
{
    private const int MostRedirections = 10;

    private readonly HttpClient _browser = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new() { RemoteCertificateValidationCallback = IsTrusted },
    });

    /// <summary>Opens an address; redirections are followed.</summary>
    internal async Task<(Uri Address, string Html)> OpenAsync(Uri address) => await ReadAsync(await _browser.GetAsync(address));

    /// <summary>Sends a form.</summary>
    internal async Task<(Uri Address, string Html)> SendAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await _browser.PostAsync(address, form));
    }

    /// <summary>Goes to the service, and as far as the login page.</summary>
    internal async Task<(Uri Address, string Html)> BeginAsync(CheckedService service)
    {
        (Uri address, string html) = await OpenAsync(new(service.Address, "/connexion"));
        Assert.That(html, Does.Contain(">Connectez-vous<"), address.ToString());
        return (address, html);
    }

    /// <summary>Shows a card, and says where that leads.</summary>
    internal static async Task<Uri> ShowCardAsync(string loginPage, X509Certificate2? card)
    {
        using HttpClient client = ClientWith(card);
        using HttpResponseMessage answer = await client.GetAsync(new Uri(CardAddress().Match(loginPage).Groups[1].Value));
        return answer.Headers.Location!;
    }

    /// <summary>Something that shows a certificate.</summary>
    internal static HttpClient ClientWith(X509Certificate2? certificate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new() { RemoteCertificateValidationCallback = IsTrusted, LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate! },
    });

    /// <summary>Goes to the service, logs in with a card, and reads what the service says.</summary>
    internal async Task<JsonNode> LogInAsync(CheckedService service, X509Certificate2 card)
    {
        (_, string page) = await BeginAsync(service);
        (Uri address, string answer) = await OpenAsync(await ShowCardAsync(page, card));
        Assert.That(answer, Does.StartWith("{"), address.ToString());
        return JsonNode.Parse(answer)!;
    }

    public void Dispose() => _browser.Dispose();

    // Also from TLS to none, as browsers do and HttpClient does not.
    private async Task<(Uri Address, string Html)> ReadAsync(HttpResponseMessage answer)
    {
        for (int i = 0; i < MostRedirections && (int)answer.StatusCode / 100 == 3 && answer.Headers.Location is { } next; i++)
        {
            Uri address = new(answer.RequestMessage!.RequestUri!, next);
            answer.Dispose();
            answer = await _browser.GetAsync(address);
        }

        using (answer)
        {
            return (answer.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, System.Net.Security.SslPolicyErrors errors)
    {
        using var trust = new X509Chain();
        trust.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        trust.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        trust.ChainPolicy.CustomTrustStore.AddRange(RunningProSanteConnect.Reference.Authority.Roots);
        trust.ChainPolicy.ExtraStore.AddRange(RunningProSanteConnect.Reference.Authority.Intermediates);
        return certificate is X509Certificate2 shown && trust.Build(shown);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"[^>]* data-carte")]
    private static partial Regex CardAddress();
}
