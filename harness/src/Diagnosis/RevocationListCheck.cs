using System.Globalization;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the revocation list that the card's certificates name can be had, and is of today.</summary>
internal sealed class RevocationListCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Revocation list";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        if (workplace.Certificates.Count == 0)
        {
            return Finding.NotTestable("no certificate could be read");
        }

        if (workplace.Issuer is not { } issuer)
        {
            return Finding.NotTestable("it could be anybody's: the card's authority is not known");
        }

        if (await workplace.FetchRevocationListAsync() is not { } fetched)
        {
            return Finding.NotTestable("the certificates name none that is on a web server");
        }

        if (fetched.List is not { } list)
        {
            return Finding.Bad(
                fetched.Problem!, Remedy.Ours("Look at this machine's network, proxy and firewall: servers refuse a card whose list they cannot get."), Remedy.Support);
        }

        if (!list.IsSignedBy(issuer))
        {
            return Finding.Bad($"the one at {fetched.Address} is not signed by the card's authority", Remedy.Support);
        }

        if (workplace.ClockIsWrong)
        {
            return Finding.NotTestable("the clock is wrong");
        }

        if (list.NextUpdate < workplace.Now)
        {
            return Finding.Bad(
                $"out of date: of {Text(list.ThisUpdate)}, to be replaced by {Text(list.NextUpdate.Value)}",
                Remedy.Ours("Try again later: whoever publishes it, or a proxy on the way, holds an old one."),
                Remedy.Support);
        }

        workplace.RevocationList = list;
        return Finding.Good($"of {Text(list.ThisUpdate)}, {list.Count} on it");
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
