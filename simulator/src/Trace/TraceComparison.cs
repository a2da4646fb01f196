using System.Globalization;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Commands;

namespace CardConformance.Simulator.Trace;

/// <summary>How two traces are compared: exchange by exchange, from the beginning. A byte <c>**</c> is the same as any.</summary>
public sealed record TraceComparison
{
    /// <summary>Whether the random bytes of GET CHALLENGE may differ; their number may not.</summary>
    public bool IgnoreRandom { get; init; }

    /// <summary>
    /// By how much the card may have taken longer in one trace than in the other; <see langword="null"/> when times are of no interest.
    /// Exchanges whose duration only one trace tells, or none, are the same.
    /// </summary>
    public TimeSpan? Tolerance { get; init; }

    /// <summary>Finds where two traces part.</summary>
    /// <param name="a">One trace.</param>
    /// <param name="b">The other one.</param>
    /// <returns><see langword="null"/> when they are the same to their ends.</returns>
    public TraceDifference? Find(TraceFile a, TraceFile b)
    {
        int common = Math.Min(a.Exchanges.Count, b.Exchanges.Count);
        for (int i = 0; i < common; i++)
        {
            if (Compare(a.Exchanges[i], b.Exchanges[i]) is { } what)
            {
                return new(i, what);
            }
        }

        return (a.Exchanges.Count - common, b.Exchanges.Count - common) switch
        {
            (0, 0) => null,
            (0, _) => new(common, "A ends here, B goes on"),
            _ => new(common, "B ends here, A goes on"),
        };
    }

    private string? Compare(TraceExchange a, TraceExchange b) =>
        Compare("commands", (a.Command, a.CommandBytes), (b.Command, b.CommandBytes))
        ?? (IgnoreRandom && IsGetChallenge(a) && IsGetChallenge(b)
            ? Compare("responses without their random bytes", WithoutData(a), WithoutData(b))
            : Compare("responses", (a.Response, a.ResponseBytes), (b.Response, b.ResponseBytes)))
        ?? CompareDurations(a.Duration, b.Duration);

    private static string? Compare(string what, (string Text, BytePattern? Bytes) a, (string Text, BytePattern? Bytes) b)
    {
        if (a.Bytes is null || b.Bytes is null)
        {
            return a.Bytes is null && b.Bytes is null && a.Text == b.Text ? null : $"the {what} differ";
        }

        if (a.Bytes.FindDifference(b.Bytes) is not { } index)
        {
            return null;
        }

        return a.Bytes.Length == b.Bytes.Length
            ? $"the {what} differ, first in byte {index + 1}: {a.Bytes[index..(index + 1)]} in A, {b.Bytes[index..(index + 1)]} in B"
            : $"the {what} differ, first in byte {index + 1}: {a.Bytes.Length} bytes in A, {b.Bytes.Length} in B";
    }

    private static bool IsGetChallenge(TraceExchange exchange) =>
        exchange is { CommandBytes: { Length: > 1 } command, ResponseBytes.Length: >= 2 } && command[1] == GetChallenge.Ins;

    // As many bytes that may be anything as there are random ones.
    private static (string Text, BytePattern? Bytes) WithoutData(TraceExchange exchange)
    {
        BytePattern response = exchange.ResponseBytes!;
        BytePattern open = BytePattern.Open(response.Length - 2, response[^2..]);
        return ($"{open}", open);
    }

    private string? CompareDurations(TimeSpan? a, TimeSpan? b) => a is { } first && b is { } second && (first - second).Duration() > Tolerance
        ? string.Create(CultureInfo.InvariantCulture, $"the card took {first.TotalMilliseconds:0.000} ms in A, {second.TotalMilliseconds:0.000} ms in B")
        : null;
}
