namespace CardConformance.Reference.Control;

/// <summary>The port by which tests move the time. Loopback only, and not part of what a vendor's product has to offer.</summary>
internal static class ControlEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/temps", (VirtualTime time) => new { maintenant = time.GetUtcNow(), avance = time.Ahead });
        endpoints.MapPost("/temps", (TimeAdvance advance, VirtualTime time) =>
        {
            if (advance.Avance < TimeSpan.Zero)
            {
                return Results.BadRequest("avance: a duration that is not negative is expected, for example \"00:01:30\".");
            }

            time.Advance(advance.Avance);
            return Results.Ok(new { maintenant = time.GetUtcNow(), avance = time.Ahead });
        });
    }

    private sealed record TimeAdvance(TimeSpan Avance);
}
