using System.Collections.Concurrent;

namespace CardConformance.Reference.Login;

/// <summary>Carries something from one page to another: a ticket serves once, for 30 s, and only with what it was bound to.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="T">What is carried.</typeparam>
internal sealed class OneTimeTickets<T>
    where T : class
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    /// <summary>A ticket for something. Those that nobody came for in time are thrown away.</summary>
    /// <param name="carried">What it is for.</param>
    /// <param name="time">The clock by which it expires.</param>
    /// <param name="boundTo">What has to be shown with it.</param>
    internal string Issue(T carried, TimeProvider time, string boundTo = "")
    {
        foreach ((string old, Entry entry) in _entries)
        {
            if (entry.HasExpired)
            {
                _entries.TryRemove(old, out _);
            }
        }

        string ticket = RandomText.New();
        _entries[ticket] = new(carried, boundTo, time, time.GetUtcNow() + Lifetime);
        return ticket;
    }

    /// <summary>Takes a ticket back.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="boundTo">What is shown with it.</param>
    /// <returns>What it was for, or <see langword="null"/> when it does not serve, or does not serve any more.</returns>
    internal T? Redeem(string? ticket, string? boundTo = "") =>
        ticket is not null && _entries.TryRemove(ticket, out Entry? entry) && entry.BoundTo == boundTo && !entry.HasExpired ? entry.Carried : null;

    private sealed record Entry(T Carried, string BoundTo, TimeProvider Time, DateTimeOffset Expires)
    {
        internal bool HasExpired => Time.GetUtcNow() >= Expires;
    }
}
