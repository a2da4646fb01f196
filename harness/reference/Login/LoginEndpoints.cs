using CardConformance.Reference.Pages;
using CardConformance.Reference.ProSanteConnect;

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
        endpoints.MapGet("/connexion/echec", (HttpContext context, LoginFailure motif, ServiceLogins logins) =>
            Page.Show<LoginFailurePage>(context, new { Failure = motif, Retry = RetryOf(logins.Find(StateOf(context))) }));
        endpoints.MapGet("/espace", (HttpContext context, Sessions sessions) =>
            sessions.Find(context) is { } professional
                ? Page.Show<HomePage>(context, new { Professional = professional })
                : Results.Redirect("/"));
        endpoints.MapGet("/presence", (HttpContext context, Sessions sessions, Entrances entrances, ReferenceSettings settings) => Results.Json(new
        {
            millisecondes = settings.CardWatch.TotalMilliseconds,
            adresse = sessions.WatchOf(context) is { } watch ? new Uri(entrances.Card, $"/presence?jeton={watch}") : null,
        }));
        endpoints.MapPost("/carte-retiree", (HttpContext context, Sessions sessions) =>
        {
            sessions.End(context);
            return Results.Redirect("/carte-retiree");
        }).DisableAntiforgery();
        endpoints.MapGet("/carte-retiree", (HttpContext context) => Page.Show<CardRemovedPage>(context));
    }

    /// <summary>What this browser was given when it began to log in, or <see langword="null"/>.</summary>
    internal static string? StateOf(HttpContext context) => context.Request.Cookies[StateCookie];

    /// <summary>Where a login begins again.</summary>
    /// <param name="login">For which service, or <see langword="null"/> for the portal.</param>
    internal static string RetryOf(ServiceLogin? login) => login is null
        ? "/connexion"
        : $"/connexion?suite={Uri.EscapeDataString(login.Next)}&service={Uri.EscapeDataString(login.Service)}";

    private static IResult ShowLogin(
        HttpContext context, Entrances entrances, ProviderDoor door, ServiceLogins logins, string? suite = null, string? service = null)
    {
        string state = RandomText.New();
        if (suite is not null)
        {
            if (!door.MayLeadTo(suite))
            {
                return Results.Redirect("/");
            }

            logins.Begin(state, new(suite, service ?? ""));
        }

        context.Response.Cookies.Append(StateCookie, state, Cookies.Options);
        return Page.Show<LoginPage>(
            context, new { CardAddress = new Uri(entrances.Card, $"/connexion?etat={state}").ToString(), Service = suite is null ? null : service });
    }

    private static IResult Return(HttpContext context, string? ticket, OneTimeTickets<AcceptedLogin> tickets, Sessions sessions, ServiceLogins logins, Defects defects)
    {
        string? state = StateOf(context);
        context.Response.Cookies.Delete(StateCookie);
        if (tickets.Redeem(ticket, state) is not { } login)
        {
            return Results.Redirect($"/connexion/echec?motif={LoginFailure.Stale}");
        }

        if (logins.Finish(state, login.Professional, "carte") is { } service && !defects.Has(Defect.CardLoginStaysHere))
        {
            return Results.Redirect(service);
        }

        if (!defects.Has(Defect.LoginWithoutSession))
        {
            sessions.Begin(context, login);
        }

        return Results.Redirect(defects.Has(Defect.NameInAddress) ? $"/espace?titulaire={Uri.EscapeDataString(login.Professional.FamilyName)}" : "/espace");
    }
}
