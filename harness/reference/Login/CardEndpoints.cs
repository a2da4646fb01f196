using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Reference.Login;

/// <summary>The port for cards: asks the browser for a certificate and sends it back to the portal with a ticket or a reason.</summary>
internal static class CardEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/connexion", Connect);

    private static IResult Connect(
        HttpContext context, string? etat, CardLogin login, LoginTickets tickets, Entrances entrances, ILogger<CardLogin> log)
    {
        // Each login is a handshake of its own, so that the card signs each time.
        context.Response.Headers.Connection = "close";
        X509Certificate2? certificate = context.Connection.ClientCertificate;
        LoginFailure? refusal = login.Refuse(certificate, out Professional? professional);
        string next = refusal is null
            ? $"/connexion/retour?ticket={tickets.Issue(professional!, etat ?? "")}"
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

        Uri address = new(entrances.Portal, next);

        // The portal's page asks with a script, and follows by itself.
        if (context.Request.Headers.Accept.Contains("application/json"))
        {
            context.Response.Headers.AccessControlAllowOrigin = entrances.Portal.GetLeftPart(UriPartial.Authority);
            context.Response.Headers.AccessControlAllowCredentials = "true";
            return Results.Json(new { suite = address });
        }

        return Results.Redirect(address.ToString());
    }
}
