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

        // Portal, phone, requests, mappings, revocation list.
        Assert.That(addresses, Has.Length.EqualTo(5));
        Assert.That(await client.GetStringAsync(new Uri(addresses[3])), Does.Contain(CardIssuing.Zoo.Find("medecin").Profile.Holder.IdentifiantNational));
        Assert.That(await portal.PullOutAsync(), Is.EqualTo(ExitCode.Success));
        Assert.That(mark.FindProcesses(), Is.Empty);
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
