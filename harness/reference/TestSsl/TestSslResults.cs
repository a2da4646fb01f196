using System.Collections.Concurrent;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.TestSsl;

/// <summary>Carries the result of a successful test from the port for cards to the portal's page: once, soon.</summary>
internal sealed class TestSslResults(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (TestSslResult Result, DateTimeOffset Expires)> _results = [];

    /// <summary>Keeps a result.</summary>
    /// <returns>What to ask for it with.</returns>
    internal string Keep(TestSslResult result)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((string old, (_, DateTimeOffset expires)) in _results)
        {
            if (expires <= now)
            {
                _results.TryRemove(old, out _);
            }
        }

        string ticket = LoginTickets.RandomText();
        _results[ticket] = (result, now + Lifetime);
        return ticket;
    }

    /// <summary>Gives a result away.</summary>
    /// <param name="ticket">What it was kept under.</param>
    /// <returns>The result, or <see langword="null"/> when it was given away, or has been kept too long.</returns>
    internal TestSslResult? Take(string? ticket) =>
        ticket is not null && _results.TryRemove(ticket, out (TestSslResult Result, DateTimeOffset Expires) kept) && kept.Expires > time.GetUtcNow()
            ? kept.Result
            : null;
}
