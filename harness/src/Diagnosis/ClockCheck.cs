using System.Globalization;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the clock is right, compared with what else is at hand: servers' own clocks, the revocation list's date, this program's age.</summary>
internal sealed class ClockCheck : ICheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private static readonly DateTimeOffset Built = new(File.GetLastWriteTimeUtc(typeof(ClockCheck).Assembly.Location), TimeSpan.Zero);

    /// <inheritdoc/>
    public string Name => "Clock";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        DateTimeOffset now = workplace.Now;
        FetchedList? list = await workplace.FetchRevocationListAsync();
        ServerAnswer? server = await workplace.AskServerAsync();
        (string? Host, DateTimeOffset? Date)[] clocks = [(workplace.Request.TestSsl?.Host, server?.Date), (list?.Address.Host, list?.Date)];
        foreach ((string? host, DateTimeOffset? date) in clocks)
        {
            if (date is { } there && (now - there).Duration() > Tolerance)
            {
                return Wrong(workplace, $"{host} says it is {Text(there)}");
            }
        }

        DateTimeOffset? made = list?.List is { } read && workplace.Issuer is { } issuer && read.IsSignedBy(issuer) ? read.ThisUpdate : null;
        if (made is { } earliest && now < earliest - Tolerance)
        {
            return Wrong(workplace, $"the revocation list is of {Text(earliest)}");
        }

        if (now < Built - Tolerance)
        {
            return Wrong(workplace, $"this program was built on {Text(Built)}");
        }

        return clocks.FirstOrDefault(clock => clock.Date is not null) is { Host: { } witness }
            ? Finding.Good($"{Text(now)}, as {witness} says too")
            : made is { } since
                ? Finding.Good($"{Text(now)}, later than the revocation list, of {Text(since)}; no server here tells the time")
                : Finding.NotTestable($"nothing to compare it with; it says {Text(now)}, after this program was built");
    }

    private static Finding Wrong(Workplace workplace, string witness)
    {
        workplace.ClockIsWrong = true;
        return Finding.Bad(
            $"it says {Text(workplace.Now)}, but {witness}", Remedy.Ours("Set date and time of the computer, best from the network: timedatectl set-ntp true"));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
