namespace CardConformance.LittleTarget;

/// <summary>The door for cards.</summary>
internal sealed class Cards(CardJudge judge, Desk desk, Addresses addresses)
{
    internal void Map(WebApplication door)
    {
        // Pages ask here first whether the card signs at all: a browser shows no page of ours when it does not. Then they ask again and again
        // whether it still does; each time by a connection of its own, for which the card has to sign.
        door.MapGet("/essai", HasCard);
        door.MapGet("/encore", (HttpContext context) =>
        {
            context.Response.Headers.Connection = "close";
            return HasCard(context);
        });
        door.MapGet("/carte", Enter);
    }

    // The portal's scripts may read the answer.
    private IResult HasCard(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = addresses.Portal.GetLeftPart(UriPartial.Authority);
        context.Response.Headers.AccessControlAllowCredentials = "true";
        return Results.Text(context.Connection.ClientCertificate is null ? "non" : "oui");
    }

    private IResult Enter(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        (Holder? holder, Refusal why) = judge.Judge(context.Connection.ClientCertificate);
        Console.WriteLine(holder is null ? $"carte refusée : {why}" : "carte acceptée");
        return Results.Redirect(new Uri(addresses.Portal, holder is null ? $"echec/{why}" : $"arrivee?billet={desk.Admit(holder)}").ToString());
    }
}
