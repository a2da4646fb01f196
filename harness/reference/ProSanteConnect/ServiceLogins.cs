using System.Collections.Concurrent;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>Logins to services: from the browser that begins one to the ticket by which Pro Santé Connect learns who it is.</summary>
/// <remarks>Thread-safe. A ticket serves once, soon, and for the one address that the login was begun with.</remarks>
internal sealed class ServiceLogins(VirtualTime time)
{
    private readonly ConcurrentDictionary<string, ServiceLogin> _byState = [];
    private readonly OneTimeTickets<ProvenIdentity> _tickets = new();

    /// <summary>Begins one.</summary>
    /// <param name="state">What this browser was given.</param>
    /// <param name="login">The login.</param>
    internal void Begin(string state, ServiceLogin login) => _byState[state] = login;

    /// <summary>The login of a browser, or <see langword="null"/> when it wants to go to the portal.</summary>
    internal ServiceLogin? Find(string? state) => state is null ? null : _byState.GetValueOrDefault(state);

    /// <summary>Ends one: somebody has proved who it is.</summary>
    /// <param name="state">What the browser was given.</param>
    /// <param name="professional">Who.</param>
    /// <param name="means"><c>carte</c> or <c>e-cps</c>.</param>
    /// <returns>Where the browser is to go, or <see langword="null"/> when there is no such login any more.</returns>
    internal string? Finish(string? state, Professional professional, string means)
    {
        if (state is null || !_byState.TryRemove(state, out ServiceLogin? login))
        {
            return null;
        }

        return $"{login.Next}?ticket={_tickets.Issue(new(professional, means), time.Of(professional.IdentifiantNational), login.Next)}";
    }

    /// <summary>Takes a ticket back.</summary>
    /// <param name="text">The ticket.</param>
    /// <param name="next">Where the login was begun for.</param>
    /// <returns>Who it is, and by what means, or <see langword="null"/>.</returns>
    internal ProvenIdentity? Redeem(string text, string next) => _tickets.Redeem(text, next);
}
