using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Targets;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>A professional at a computer and a phone by HTTP alone: the requests that their browsers send, without browsers.</summary>
/// <param name="target">Where portal and phone application are.</param>
internal sealed partial class HttpVisitor(TargetAddresses target) : IDisposable
{
    private readonly HttpClient _computer = new() { BaseAddress = target.Portal };
    private readonly HttpClient _phone = new() { BaseAddress = target.Telephone };

    private string _code = "";

    /// <summary>Opens a page on the computer.</summary>
    internal Task<HttpScreen> OpenAsync(string address) => ShowAsync(_computer.GetAsync(address));

    /// <summary>Asks for data as a script on the computer does.</summary>
    internal async Task<JsonNode> ReadAsync(string address) => JsonNode.Parse(await _computer.GetStringAsync(address))!;

    /// <summary>Sends a form from the computer.</summary>
    internal Task<HttpScreen> SendAsync(string address, params (string Name, string Value)[] fields) =>
        ShowAsync(_computer.PostAsync(address, Form(fields)));

    /// <summary>Logs in.</summary>
    /// <param name="card">Asks for a page of the port for cards and says where that leads.</param>
    internal async Task<HttpScreen> LogInAsync(Func<Uri, Task<Uri>> card)
    {
        string login = await _computer.GetStringAsync("/connexion");
        Uri next = await card(new(WebUtility.HtmlDecode(CardAddress().Match(login).Groups[1].Value)));
        return await OpenAsync(next.ToString());
    }

    /// <summary>From the portal's home page to the page on which a password is created.</summary>
    /// <param name="replacing">Whether the phone asks first whether an e-CPS is to be replaced.</param>
    internal async Task<HttpScreen> PairAsync(bool replacing = false)
    {
        await SendAsync("/activation");
        string content = await QrCode.ReadAsync(await _computer.GetByteArrayAsync("/activation/qr.png"));
        await ShowAsync(_phone.PostAsync("/telephone/conditions", Form([("acceptees", "on")])));
        HttpScreen scanned = await ShowAsync(_phone.PostAsync("/telephone/scanner", Form([("qr", content)])));
        if (replacing)
        {
            scanned = await ShowAsync(_phone.PostAsync("/telephone/remplacement", Form([("choix", "remplacer")])));
        }

        _code = CodeAjout().Match(scanned.Html).Groups[1].Value;
        return await SendCodeAjoutAsync();
    }

    /// <summary>Accepts the conditions on the phone.</summary>
    internal Task AcceptConditionsAsync() => SendFromPhoneAsync("/telephone/conditions", ("acceptees", "on"));

    /// <summary>Opens a page on the phone.</summary>
    internal Task<HttpScreen> OpenOnPhoneAsync(string address) => ShowAsync(_phone.GetAsync(address));

    /// <summary>Sends a form from the phone.</summary>
    internal Task<HttpScreen> SendFromPhoneAsync(string address, params (string Name, string Value)[] fields) =>
        ShowAsync(_phone.PostAsync(address, Form(fields)));

    /// <summary>Types the phone's code d'ajout on the portal.</summary>
    internal Task<HttpScreen> SendCodeAjoutAsync() =>
        SendAsync("/activation/code-ajout", [.. _code.Select((letter, i) => ($"c{i + 1}", letter.ToString()))]);

    /// <summary>Types a password on the portal, once or twice.</summary>
    internal Task<HttpScreen> CreatePasswordAsync(string password) => SendAsync("/activation/mot-de-passe", ("motDePasse", password));

    /// <summary>Types the password a second time.</summary>
    internal Task<HttpScreen> ConfirmPasswordAsync(string password) => SendAsync("/activation/confirmation", ("motDePasse", password));

    public void Dispose()
    {
        _computer.Dispose();
        _phone.Dispose();
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<HttpScreen> ShowAsync(Task<HttpResponseMessage> asking)
    {
        using HttpResponseMessage answer = await asking;
        string html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        return new(answer.StatusCode, Title().Match(html).Groups[1].Value, html);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"[^>]* data-carte")]
    private static partial Regex CardAddress();

    [GeneratedRegex("<p class=\"code\">([A-Z][0-9]{5})</p>")]
    private static partial Regex CodeAjout();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>")]
    private static partial Regex Title();
}
