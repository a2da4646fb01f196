using System.Globalization;

namespace CardConformance.Simulator.Trace;

/// <summary>Traces as text: a comment with time and duration, the command after <c>&gt;</c>, the response after <c>&lt;</c>.</summary>
public static class TraceText
{
    /// <summary>One entry in three lines, without a line end behind the last one.</summary>
    /// <param name="entry">The entry.</param>
    public static string Format(TraceEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"# {entry.Time:yyyy-MM-ddTHH:mm:ss.ffffffZ}, {entry.Duration.TotalMilliseconds:0.000} ms\n> {entry.Command}\n< {entry.Response}");
}
