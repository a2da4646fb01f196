using System.Security.Cryptography.X509Certificates;
using CardConformance.Reference.TestSsl;

namespace CardConformance.Reference.Login;

/// <summary>The port for cards: asks the browser for a certificate and sends it back to the portal with a ticket or a reason.</summary>
internal static class CardEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder card = endpoints.MapGroup("").AddEndpointFilter(HangUpAsync);
        card.MapGet("/connexion", Connect);
        card.MapGet("/presence", Confirm);
        TestSslEndpoints.MapCard(card);
    }

    // Each request is a handshake of its own: only a card that is still in the reader can sign it.
    private static ValueTask<object?> HangUpAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.Response.Headers.Connection = "close";
        return next(invocation);
    }

    private static IResult Confirm(HttpContext context, string jeton, Sessions sessions, Entrances entrances, Defects defects)
    {
        AllowPortal(context, entrances);
        return Results.Json(new { presente = defects.Has(Defect.SessionWithoutCard) || sessions.Confirm(jeton, context.Connection.ClientCertificate?.Thumbprint) });
    }

    // The portal's own scripts may read the answer.
    private static void AllowPortal(HttpContext context, Entrances entrances)
    {
        context.Response.Headers.AccessControlAllowOrigin = entrances.Portal.GetLeftPart(UriPartial.Authority);
        context.Response.Headers.AccessControlAllowCredentials = "true";
    }

    private static IResult Connect(
        HttpContext context,
        string? etat,
        CardLogin login,
        OneTimeTickets<AcceptedLogin> tickets,
        VirtualTime time,
        Entrances entrances,
        ILogger<CardLogin> log)
    {
        X509Certificate2? certificate = context.Connection.ClientCertificate;
        LoginFailure? refusal = login.Refuse(certificate, out Professional? professional);
        string next = refusal is null
            ? $"/connexion/retour?ticket={Issue(professional!)}"
            : $"/connexion/echec?motif={refusal}";
        string serial = certificate?.SerialNumber ?? "none";
        if (refusal is { } reason)
        {
            Log.CardRefused(log, reason, serial);
        }
        else
        {
            Log.CardAccepted(log, serial);
        }

        return SendOn(context, new Uri(entrances.Portal, next), entrances);

        // The portal's page asks with a script, and can ask for the card again; software of the workstation cannot.
        string Issue(Professional who) =>
            tickets.Issue(
                new(who, AsksByScript(context) ? certificate!.Thumbprint : null, CertifiedCard.Read(certificate!)),
                time.Of(who.IdentifiantNational),
                etat ?? "");
    }

    /// <summary>Sends the browser on to the portal; a script of the portal's follows by itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">Where to.</param>
    /// <param name="entrances">Where the portal is.</param>
    internal static IResult SendOn(HttpContext context, Uri address, Entrances entrances)
    {
        if (AsksByScript(context))
        {
            AllowPortal(context, entrances);
            return Results.Json(new { suite = address });
        }

        return Results.Redirect(address.ToString());
    }

    private static bool AsksByScript(HttpContext context) => context.Request.Headers.Accept.Contains("application/json");
}
