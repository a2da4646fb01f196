using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CardConformance.Reference.Login;

/// <summary>The portal's side of the login.</summary>
internal static class LoginEndpoints
{
    private const string StateCookie = "connexion";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (HttpContext context) => Page.Show<LandingPage>(context));
        endpoints.MapGet("/connexion", ShowLogin);
        endpoints.MapGet("/connexion/retour", Return);
        endpoints.MapGet("/connexion/echec", (HttpContext context, LoginFailure motif) =>
            Page.Show<LoginFailurePage>(context, new { Failure = motif }));
        endpoints.MapGet("/espace", (HttpContext context, Sessions sessions) =>
            sessions.Find(context) is { } professional
                ? Page.Show<HomePage>(context, new { Professional = professional })
                : Results.Redirect("/"));
        endpoints.MapGet("/presence", (HttpContext context, Sessions sessions, Entrances entrances) => Results.Json(new
        {
            adresse = sessions.WatchOf(context) is { } watch ? new Uri(entrances.Card, $"/presence?jeton={watch}") : null,
        }));
        endpoints.MapPost("/carte-retiree", (HttpContext context, Sessions sessions) =>
        {
            sessions.End(context);
            return Results.Redirect("/carte-retiree");
        }).DisableAntiforgery();
        endpoints.MapGet("/carte-retiree", (HttpContext context) => Page.Show<CardRemovedPage>(context));
    }

    private static RazorComponentResult<LoginPage> ShowLogin(HttpContext context, Entrances entrances)
    {
        string state = LoginTickets.RandomText();
        context.Response.Cookies.Append(StateCookie, state, Cookies.Options);
        return Page.Show<LoginPage>(context, new { CardAddress = new Uri(entrances.Card, $"/connexion?etat={state}").ToString() });
    }

    private static IResult Return(HttpContext context, string? ticket, LoginTickets tickets, Sessions sessions)
    {
        string? state = context.Request.Cookies[StateCookie];
        context.Response.Cookies.Delete(StateCookie);
        if (tickets.Redeem(ticket, state) is not { } login)
        {
            return Results.Redirect($"/connexion/echec?motif={LoginFailure.Stale}");
        }

        sessions.Begin(context, login);
        return Results.Redirect("/espace");
    }
}
