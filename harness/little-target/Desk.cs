using System.Collections.Concurrent;

namespace CardConformance.LittleTarget;

/// <summary>Who is logged in at which computer, and which phone takes part in what.</summary>
internal sealed class Desk
{
    private readonly ConcurrentDictionary<string, Holder> _tickets = [];
    private readonly ConcurrentDictionary<string, Holder> _visitors = [];
    private readonly ConcurrentDictionary<string, Enrolment> _atComputer = [];
    private readonly ConcurrentDictionary<string, Enrolment> _onPhone = [];
    private readonly ConcurrentDictionary<string, Enrolment> _byPicture = [];

    /// <summary>Something that opens the door once.</summary>
    internal string Admit(Holder holder)
    {
        string ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = holder;
        return ticket;
    }

    /// <summary>The name of a new session, or <see langword="null"/> for a ticket that is not valid.</summary>
    internal string? Enter(string? ticket)
    {
        if (ticket is null || !_tickets.TryRemove(ticket, out Holder? holder))
        {
            return null;
        }

        string session = Guid.NewGuid().ToString("N");
        _visitors[session] = holder;
        return session;
    }

    internal void Leave(string? session)
    {
        if (session is not null)
        {
            _visitors.TryRemove(session, out _);
            AtComputer(session)?.Stop();
            _atComputer.TryRemove(session, out _);
        }
    }

    internal Holder? Visitor(string? session) => session is null ? null : _visitors.GetValueOrDefault(session);

    internal Enrolment? AtComputer(string? session) => session is null ? null : _atComputer.GetValueOrDefault(session);

    internal Enrolment? OnPhone(string? phone) => phone is null ? null : _onPhone.GetValueOrDefault(phone);

    /// <summary>Begins an activation; one that this session had before is over.</summary>
    internal void Begin(string session, Holder holder)
    {
        AtComputer(session)?.Stop();
        var enrolment = new Enrolment(holder);
        _atComputer[session] = enrolment;
        _byPicture[enrolment.Picture] = enrolment;
    }

    /// <summary>What comes of a picture that a phone has seen: the page to go on with.</summary>
    internal string Scan(string phone, string picture)
    {
        if (!_byPicture.TryGetValue(picture, out Enrolment? seen))
        {
            return "/refus";
        }

        if (OnPhone(phone) is { Stage: Stage.Password or Stage.Confirmation or Stage.Unfinished or Stage.Done } mine && mine.Holder.Identifier != seen.Holder.Identifier)
        {
            return "/autre";
        }

        if (!seen.TryScan(phone))
        {
            return "/refus";
        }

        _onPhone[phone] = seen;
        return "/suite";
    }
}
