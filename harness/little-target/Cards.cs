namespace CardConformance.LittleTarget;

/// <summary>The door for cards.</summary>
internal sealed class Cards(CardJudge judge, WalletClient wallet, Desk desk, Addresses addresses)
{
    internal void Map(WebApplication door)
    {
        // Pages ask here first whether the card signs at all: a browser shows no page of ours when it does not.
        door.MapGet("/essai", () => Results.NoContent());
        door.MapGet("/carte", (Delegate)EnterAsync);
    }

    private async Task<IResult> EnterAsync(HttpContext context)
    {
        (Holder? certified, Refusal why) = judge.Judge(context.Connection.ClientCertificate);
        Holder? holder = null;
        if (certified is not null)
        {
            (holder, why) = await wallet.FindAsync(certified);
        }

        Console.WriteLine(holder is null ? $"carte refusée : {why}" : "carte acceptée");
        return Results.Redirect(new Uri(addresses.Portal, holder is null ? $"echec/{why}" : $"arrivee?billet={desk.Admit(holder)}").ToString());
    }
}
