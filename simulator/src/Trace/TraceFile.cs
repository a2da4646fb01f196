using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Trace;

/// <summary>A trace that was read from a file.</summary>
/// <param name="Path">Path of the file, for messages.</param>
/// <param name="Exchanges">Its exchanges, in order.</param>
public sealed record TraceFile(string Path, IReadOnlyList<TraceExchange> Exchanges)
{
    private const int LongestShown = 60;

    private const string AnyCommand = "a command in hexadecimal, RESET, POWER DOWN, PROTOCOL T0 or PROTOCOL T1";

    /// <summary>Reads a trace.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="TraceException">The file is not a trace, or not whole.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TraceFile Load(string file) => Parse(file, File.ReadAllText(file).Split('\n'));

    /// <summary>Reads the lines of a trace.</summary>
    /// <param name="file">Where they come from, for messages.</param>
    /// <param name="lines">The lines. Empty ones, and comments that are no times, may stand between exchanges.</param>
    /// <param name="torn">Whether the last exchange may lack its response, and is left out then: its process was killed.</param>
    /// <exception cref="TraceException">The lines are not a trace.</exception>
    public static TraceFile Parse(string file, IReadOnlyList<string> lines, bool torn = false)
    {
        List<TraceExchange> exchanges = [];
        (DateTimeOffset? Time, TimeSpan? Duration) times = default;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i].TrimEnd();
            if (line.Length == 0)
            {
                continue;
            }

            if (line[0] == TraceText.Comment)
            {
                times = TraceText.TryReadTime(line, out DateTimeOffset time, out TimeSpan duration) ? (time, duration) : times;
                continue;
            }

            if (line[0] != TraceText.Command)
            {
                throw Wrong(file, i, "a command (>) or a comment (#)", line);
            }

            if (torn && i + 1 >= lines.Count)
            {
                break;
            }

            TraceExchange exchange = Exchange(file, lines, i);
            exchanges.Add(exchange with { Time = times.Time, Duration = times.Duration });
            times = default;
            i++;
        }

        return new(file, exchanges);
    }

    private static TraceExchange Exchange(string file, IReadOnlyList<string> lines, int index)
    {
        string command = lines[index].TrimEnd()[1..].TrimStart();
        string line = index + 1 < lines.Count ? lines[index + 1].TrimEnd() : "";
        if (line.Length == 0 || line[0] != TraceText.Response)
        {
            throw Wrong(file, index + 1, "the response (<)", line);
        }

        var exchange = new TraceExchange(index + 1, command, line[1..].TrimStart());
        switch (command)
        {
            case TraceText.Reset:
                return Answered(file, exchange, "an ATR in hexadecimal, MUTE or REMOVED");
            case TraceText.PowerDown:
                return exchange.Response.Length == 0 ? exchange : throw Wrong(file, index + 1, "nothing", line);
        }

        if (Enum.GetValues<TransmissionProtocol>().Any(protocol => command == TraceText.Protocol(protocol)))
        {
            return exchange.Response is TraceText.Accepted or TraceText.Refused
                ? exchange
                : throw Wrong(file, index + 1, "accepted or refused", line);
        }

        return BytePattern.TryParse(command, out BytePattern bytes)
            ? Answered(file, exchange, "a response in hexadecimal, MUTE or REMOVED") with { CommandBytes = bytes }
            : throw Wrong(file, index, AnyCommand, lines[index].TrimEnd());
    }

    private static TraceExchange Answered(string file, TraceExchange exchange, string expected)
    {
        if (exchange.Response is TraceText.Mute or TraceText.Removed)
        {
            return exchange;
        }

        // The response stands in the line behind the command's, and lines are counted from 1.
        return BytePattern.TryParse(exchange.Response, out BytePattern bytes)
            ? exchange with { ResponseBytes = bytes }
            : throw Wrong(file, exchange.Line, expected, exchange.Response);
    }

    private static TraceException Wrong(string file, int index, string expected, string line) => new(
        file,
        index + 1,
        expected,
        line.Length == 0 ? "nothing" : $"\"{(line.Length <= LongestShown ? line : line[..LongestShown] + "…")}\"");
}
