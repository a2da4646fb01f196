using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;
using CardConformance.Harness.StandIns;
using Microsoft.Playwright;

namespace CardConformance.Harness.Actors;

/// <summary>A professional's mailbox: what the product handed over for sending, as far as it arrived.</summary>
/// <remarks>The product hands a message over before it answers the browser, so there is nothing to wait for.</remarks>
/// <param name="standIn">The back ends.</param>
/// <param name="address">The address.</param>
/// <param name="evidence">Where pictures go; links are kept out of it.</param>
public sealed partial class Mailbox(StandIn standIn, string address, ScenarioEvidence evidence)
{
    // A link's last part that is long enough to be a secret.
    private const int SecretLength = 16;

    /// <summary>The bodies of the e-mails in it, HTML, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        IReadOnlyList<ReceivedRequest> messages = await standIn.FindDeliveredAsync(BackEnd.Mail, address);
        string[] bodies = [.. messages.Select(message => (string)JsonNode.Parse(message.Body)!["html"]!)];
        foreach (string secret in bodies.SelectMany(SecretsIn))
        {
            evidence.Conceal(secret);
        }

        return bodies;
    }

    /// <summary>The body of the newest e-mail in it, HTML.</summary>
    /// <exception cref="ScreenException">There is none.</exception>
    public async Task<string> ReadLastAsync() =>
        await ReadAsync() is [.., var last] ? last : throw new ScreenException("courriel attendu : aucun n'est arrivé");

    /// <summary>The e-mails' secrets: what a link ends with.</summary>
    /// <param name="html">Body of an e-mail.</param>
    public static IEnumerable<string> SecretsIn(string html) =>
        LinksIn(html)
            .Select(link => link.Query.Length > 1 ? link.Query[(link.Query.LastIndexOf('=') + 1)..] : link.Segments[^1])
            .Where(last => last.Length >= SecretLength);

    /// <summary>The e-mails' links, in their order.</summary>
    /// <param name="html">Body of an e-mail.</param>
    internal static IEnumerable<Uri> LinksIn(string html) => Link().Matches(html).Select(match => new Uri(WebUtility.HtmlDecode(match.Groups[1].Value)));

    /// <summary>Opens an e-mail on a computer.</summary>
    /// <param name="rig">The run.</param>
    /// <param name="html">Body of the e-mail.</param>
    /// <returns>A picture of the screen with the QR code on it, for the phone's camera only.</returns>
    public async Task<byte[]> PhotographOnComputerAsync(Rig rig, string html)
    {
        // A browser of its own, whose record nobody keeps.
        await using IBrowserContext context = await rig.Browsers.NewDesktopAsync();
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        var mail = new MailPage(page);
        byte[] screen = await mail.PhotographAsync();
        evidence.Add(await mail.PhotographWithoutCodeAsync(), Workstation.Device, "Courriel");
        return screen;
    }

    [GeneratedRegex("<a [^>]*href=\"(http[^\"]+)\"")]
    private static partial Regex Link();
}
