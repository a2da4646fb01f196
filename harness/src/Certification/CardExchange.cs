using System.Globalization;

namespace CardConformance.Harness.Certification;

/// <summary>One exchange with the card, as a scenario's trace holds it.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Command">The command, codes masked.</param>
/// <param name="Response">The response.</param>
public sealed record CardExchange(DateTimeOffset Time, string Command, string Response)
{
    /// <summary>Reads a trace: a comment that begins with the time, the command, the response.</summary>
    /// <param name="file">Path of the trace; the last exchange of a run that was killed may be torn, and is left out.</param>
    public static IReadOnlyList<CardExchange> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        List<CardExchange> exchanges = [];
        string[] lines = WholeLines.Read(file);
        for (int i = 0; i + 2 < lines.Length; i += 3)
        {
            string time = lines[i][2..lines[i].IndexOf(',', StringComparison.Ordinal)];
            exchanges.Add(new(
                DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), lines[i + 1][2..], lines[i + 2][2..]));
        }

        return exchanges;
    }
}
