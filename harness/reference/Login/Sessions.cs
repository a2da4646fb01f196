using System.Collections.Concurrent;

namespace CardConformance.Reference.Login;

/// <summary>Who is logged in on the portal, by a cookie that says nothing by itself.</summary>
internal sealed class Sessions
{
    private const string Cookie = "session";

    private readonly ConcurrentDictionary<string, Session> _sessions = [];

    /// <summary>Logs somebody in on this browser.</summary>
    internal void Begin(HttpContext context, AcceptedLogin login)
    {
        string id = RandomText.New();
        _sessions[id] = new(login, RandomText.New());
        context.Response.Cookies.Append(Cookie, id, Cookies.Options);
    }

    /// <summary>Who is logged in on this browser, or <see langword="null"/>.</summary>
    internal Professional? Find(HttpContext context) => Current(context)?.Login.Professional;

    /// <summary>How whoever is logged in on this browser came in, or <see langword="null"/>.</summary>
    internal AcceptedLogin? LoginOf(HttpContext context) => Current(context)?.Login;

    /// <summary>What the page of this browser shows to the port for cards, to prove that the card is still there; <see langword="null"/> when nobody asks.</summary>
    internal string? WatchOf(HttpContext context) => Current(context) is { Login.Card: not null } session ? session.Watch : null;

    /// <summary>Logs off whoever is logged in on this browser.</summary>
    internal void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } id)
        {
            _sessions.TryRemove(id, out _);
        }
    }

    /// <summary>A browser shows its card again; without the card of its login the session ends.</summary>
    /// <param name="watch">What the page was given.</param>
    /// <param name="card">The card by its certificate, or <see langword="null"/> when there is none.</param>
    /// <returns>Whether the session goes on.</returns>
    internal bool Confirm(string watch, string? card)
    {
        (string id, Session? session) = _sessions.FirstOrDefault(entry => entry.Value.Watch == watch);
        if (session is null)
        {
            return false;
        }

        return session.Login.Card == card || !_sessions.TryRemove(id, out _);
    }

    private Session? Current(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } id && _sessions.TryGetValue(id, out Session? session) ? session : null;

    private sealed record Session(AcceptedLogin Login, string Watch);
}
