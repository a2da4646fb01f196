using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Certification;

/// <summary>One exchange with the card, as a scenario's trace holds it.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Command">The command, codes masked.</param>
/// <param name="Response">The response.</param>
public sealed record CardExchange(DateTimeOffset Time, string Command, string Response)
{
    /// <summary>Reads a trace.</summary>
    /// <param name="file">Path of the trace; the last exchange of a run that was killed may be torn, and is left out.</param>
    /// <exception cref="TraceException">The file is not a trace, or lacks a time.</exception>
    public static IReadOnlyList<CardExchange> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        return [.. TraceFile.Parse(file, WholeLines.Read(file), torn: true).Exchanges.Select(exchange => From(file, exchange))];
    }

    private static CardExchange From(string file, TraceExchange exchange) => new(
        exchange.Time ?? throw new TraceException(file, exchange.Line, "a comment with the time before the command", "none"),
        exchange.Command,
        exchange.Response);
}
