using System.Globalization;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Trace;

/// <summary>
/// Traces as text: a comment with time and duration, the command after <c>&gt;</c>, the response after <c>&lt;</c>. What the reader
/// does besides has the same form, so that a trace begins with the card's ATR and the protocol.
/// </summary>
public static class TraceText
{
    /// <summary>In place of a command: the card got power, or was reset; its response is the ATR.</summary>
    public const string Reset = "RESET";

    /// <summary>In place of a command: the card lost power; there is no response.</summary>
    public const string PowerDown = "POWER DOWN";

    /// <summary>In place of a response: the card did not answer.</summary>
    public const string Mute = "MUTE";

    /// <summary>In place of a response: the card was pulled out before it could answer.</summary>
    public const string Removed = "REMOVED";

    /// <summary>In place of a response: the card speaks this protocol.</summary>
    public const string Accepted = "accepted";

    /// <summary>In place of a response: the card does not speak this protocol.</summary>
    public const string Refused = "refused";

    internal const char Comment = '#';
    internal const char Command = '>';
    internal const char Response = '<';

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>In place of a command: the reader proposed a protocol.</summary>
    /// <param name="protocol">The protocol.</param>
    public static string Protocol(TransmissionProtocol protocol) => $"PROTOCOL {protocol}";

    /// <summary>One entry in three lines, without a line end behind the last one.</summary>
    /// <param name="entry">The entry.</param>
    public static string Format(TraceEntry entry)
    {
        string time = entry.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Comment} {time}, {entry.Duration.TotalMilliseconds:0.000} ms\n")
            + $"{Command} {entry.Command}\n{Response} {entry.Response}".TrimEnd();
    }

    /// <summary>Reads the comment with time and duration.</summary>
    /// <returns><see langword="false"/> for any other comment.</returns>
    internal static bool TryReadTime(string comment, out DateTimeOffset time, out TimeSpan duration)
    {
        (time, duration) = (default, default);
        string[] parts = comment[1..].Trim().Split(", ");
        if (parts.Length != 2
            || !DateTimeOffset.TryParseExact(parts[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            || !parts[1].EndsWith(" ms", StringComparison.Ordinal)
            || !double.TryParse(parts[1].AsSpan(..^3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double milliseconds))
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }
}
