using System.Net;
using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Tests.Cli;

/// <summary><c>portal</c>: everything to explore by hand, on this machine only, and nothing left of it after Ctrl-C.</summary>
public sealed partial class PortalCommandTests
{
    [Test]
    public async Task Portal_runs_until_Ctrl_C_and_knows_the_holder_of_the_card_that_it_names()
    {
        var mark = new ProcessMark();
        using InsertedCard portal = await InsertedCard.StartAsync(
            "dotnet",
            [typeof(CommandLine).Assembly.Location, "portal"],
            new Dictionary<string, string> { [ProcessMark.Variable] = mark.Value });
        string[] addresses = [.. Address().Matches(portal.Introduction).Select(address => address.Value)];
        using var client = new HttpClient();
        foreach (string address in addresses)
        {
            Assert.That((await client.GetAsync(new Uri(address))).StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
            (_, IReadOnlyList<IPEndPoint> listening) = ListeningSockets.OfProcessBehind(new Uri(address).Port);
            Assert.That(listening.Select(one => one.Address), Has.All.Matches<IPAddress>(IPAddress.IsLoopback));
        }

        // Portal, phone, requests, mappings, revocation list, Pro Santé Connect's discovery and misbehaviours.
        Assert.That(addresses, Has.Length.EqualTo(7));
        Assert.That(portal.Introduction, Does.Match("Test SSL https://localhost:[0-9]+/test-ssl\n"));
        Assert.That(await client.GetStringAsync(new Uri(addresses[3])), Does.Contain(CardIssuing.Zoo.Find("medecin").Profile.Holder.IdentifiantNational));
        Assert.That(await portal.PullOutAsync(), Is.EqualTo(ExitCode.Success));
        Assert.That(mark.FindProcesses(), Is.Empty);
    }

    [Test]
    public async Task Who_asks_for_an_activation_without_a_card_finds_the_mail_and_the_SMS_in_the_terminal()
    {
        using InsertedCard portal = await InsertedCard.StartAsync("dotnet", [typeof(CommandLine).Assembly.Location, "portal"], new Dictionary<string, string>());
        using var phone = new HttpClient { BaseAddress = new Uri(new Uri(Address().Matches(portal.Introduction)[1].Value), "/telephone/") };
        await PostAsync(phone, "conditions", ("acceptees", "on"));
        await PostAsync(phone, "demande", ("identifiant", CardIssuing.Zoo.Find("medecin").Profile.Holder.IdentifiantNational!));
        string mail = await portal.ReadLineWithAsync("e-mail to ");
        Assert.That(mail, Does.Contain("Activation de votre e-CPS, http"));
        await PostAsync(phone, "demande/sms", ("jeton", new Uri(Address().Match(mail).Value).Segments[^1]));
        Assert.That(await portal.ReadLineWithAsync("SMS to "), Does.Match("Votre code d'activation e-CPS est [0-9]{6}"));
        Assert.That(await portal.PullOutAsync(), Is.EqualTo(ExitCode.Success));
    }

    private static async Task PostAsync(HttpClient phone, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using HttpResponseMessage response = await phone.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
