using System.Globalization;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the card's certificates are valid now, and for a while.</summary>
internal sealed class CertificateDatesCheck : ICheck
{
    // Long enough to order another card: ANS sends it within weeks.
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => "Certificate dates";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace.Certificates.Count == 0)
        {
            return Finding.NotTestable("no certificate could be read");
        }

        if (workplace.ClockIsWrong)
        {
            return Finding.NotTestable("the clock is wrong");
        }

        DateTimeOffset now = workplace.Now;
        DateTimeOffset from = workplace.Certificates.Max(certificate => new DateTimeOffset(certificate.NotBefore));
        DateTimeOffset to = workplace.Certificates.Min(certificate => new DateTimeOffset(certificate.NotAfter));
        Remedy renew = Remedy.Ours("Ask for the renewal of the card: it is valid for three years.");
        return (now < from, now >= to, to - now < Soon) switch
        {
            (true, _, _) => Finding.Bad($"not valid before {Text(from)}", Remedy.Ours($"Wait until {Text(from)}."), Remedy.Support),
            (_, true, _) => Finding.Bad($"expired on {Text(to)}", renew, Remedy.Support),
            (_, _, true) => Finding.Bad($"they expire soon, on {Text(to)}", renew, Remedy.Support),
            _ => Finding.Good($"valid until {Text(to)}"),
        };
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
