using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CardConformance.Reference.Login;

/// <summary>Carries a login from the port for cards to the portal: a ticket serves once, soon, and in the browser that began.</summary>
internal sealed class LoginTickets(VirtualTime time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    /// <summary>A ticket for somebody whose card was accepted.</summary>
    /// <param name="professional">Who.</param>
    /// <param name="state">What the browser was given when it began.</param>
    /// <param name="card">The card that the browser can be asked for again, by its certificate; <see langword="null"/> when it cannot.</param>
    internal string Issue(Professional professional, string state, string? card)
    {
        string ticket = RandomText();
        _entries[ticket] = new(new(professional, card), state, time.Of(professional.IdentifiantNational).GetUtcNow() + Lifetime);
        return ticket;
    }

    /// <summary>Takes a ticket back.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="state">What this browser was given when it began.</param>
    /// <returns>Who may come in, or <see langword="null"/>.</returns>
    internal AcceptedLogin? Redeem(string? ticket, string? state) =>
        ticket is not null
        && _entries.TryRemove(ticket, out Entry? entry)
        && entry.State == state
        && entry.Expires > time.Of(entry.Login.Professional.IdentifiantNational).GetUtcNow()
            ? entry.Login
            : null;

    /// <summary>A text that cannot be guessed.</summary>
    internal static string RandomText() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Entry(AcceptedLogin Login, string State, DateTimeOffset Expires);
}
