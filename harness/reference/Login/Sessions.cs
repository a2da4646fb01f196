using System.Collections.Concurrent;

namespace CardConformance.Reference.Login;

/// <summary>Who is logged in on the portal, by a cookie that says nothing by itself.</summary>
internal sealed class Sessions
{
    private const string Cookie = "session";

    private readonly ConcurrentDictionary<string, Professional> _sessions = [];

    /// <summary>Logs somebody in on this browser.</summary>
    internal void Begin(HttpContext context, Professional professional)
    {
        string id = LoginTickets.RandomText();
        _sessions[id] = professional;
        context.Response.Cookies.Append(Cookie, id, Cookies.Options);
    }

    /// <summary>Who is logged in on this browser, or <see langword="null"/>.</summary>
    internal Professional? Find(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } id && _sessions.TryGetValue(id, out Professional? professional) ? professional : null;
}
