namespace CardConformance.Reference.Control;

/// <summary>The port by which tests move a person's time. Loopback only, and not part of what a vendor's product has to offer.</summary>
internal static class ControlEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/temps", (string personne, VirtualTime time) => Tell(personne, time));
        endpoints.MapPost("/temps", (TimeAdvance advance, VirtualTime time) =>
        {
            if (string.IsNullOrEmpty(advance.Personne))
            {
                return Results.BadRequest("personne: the national identifier of the person whose time is to move is expected.");
            }

            if (advance.Avance < TimeSpan.Zero)
            {
                return Results.BadRequest("avance: a duration that is not negative is expected, for example \"00:01:30\".");
            }

            time.Advance(advance.Personne, advance.Avance);
            return Results.Ok(Tell(advance.Personne, time));
        });
    }

    private static object Tell(string personne, VirtualTime time) =>
        new { maintenant = time.Of(personne).GetUtcNow(), avance = time.AheadOf(personne) };

    private sealed record TimeAdvance(string? Personne, TimeSpan Avance);
}
