using CardConformance.Reference.Login;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>What Pro Santé Connect's protocol side asks: who a ticket is about, who has an e-CPS, and what a phone answers.</summary>
internal static class ProviderEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder provider = endpoints.MapGroup("/prosanteconnect").AddEndpointFilter(RequireSecret);
        provider.MapPost("/ticket", (TicketQuestion question, ServiceLogins logins) =>
            logins.Redeem(question.Ticket, question.Suite) is { } login ? Results.Json(Tell(login.Professional, login.Means)) : Results.NotFound());
        provider.MapPost("/porteur", (HolderQuestion question, ECpsRegister register) =>
            register.Of(question.IdentifiantNational) is { Owner: var owner } ? Results.Json(Tell(owner, "e-cps")) : Results.NotFound());
        provider.MapPost("/demande", AskAsync);
    }

    // To everybody else there is nothing here.
    private static async ValueTask<object?> RequireSecret(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.RequestServices.GetRequiredService<ProviderDoor>().Knows(invocation.HttpContext.Request)
            ? await next(invocation)
            : Results.NotFound();

    private static async Task<IResult> AskAsync(PhoneQuestion question, ECpsRegister register, PhoneRequests requests, CancellationToken gone)
    {
        if (register.Of(question.IdentifiantNational) is not { } eCps)
        {
            return Results.NotFound();
        }

        PhoneOutcome outcome = await requests.Ask(eCps, question.Code, question.Service).WaitAsync(gone);
        return Results.Json(new
        {
            resultat = outcome switch
            {
                PhoneOutcome.Approved => "accord",
                PhoneOutcome.Expired => "expiration",
                _ => "refus",
            },
        });
    }

    private static object Tell(Professional who, string means) =>
        new { who.IdentifiantNational, nom = who.FamilyName, prenom = who.GivenName, moyen = means };

    private sealed record TicketQuestion(string Ticket, string Suite);

    private sealed record HolderQuestion(string IdentifiantNational);

    private sealed record PhoneQuestion(string IdentifiantNational, string Code, string Service);
}
