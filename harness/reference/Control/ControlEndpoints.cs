using CardConformance.Reference.ProSanteConnect;
using CardConformance.Reference.WithoutCard;

namespace CardConformance.Reference.Control;

/// <summary>
/// The port by which tests move a person's time, choose the version of the rules for a person, and introduce Pro Santé Connect's protocol
/// side. Loopback only, and not part of what a vendor's product has to offer.
/// </summary>
internal static class ControlEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/temps", (string personne, VirtualTime time) => Tell(time.Of(personne)));
        endpoints.MapPost("/temps", (TimeOrder order, VirtualTime time) =>
        {
            if (string.IsNullOrEmpty(order.Personne))
            {
                return Results.BadRequest("personne: the national identifier of the person whose time is to move is expected.");
            }

            if (order.Avance < TimeSpan.Zero)
            {
                return Results.BadRequest("avance: a duration that is not negative is expected, for example \"00:01:30\".");
            }

            PersonalTime clock = time.Of(order.Personne);
            if (order.Arret)
            {
                clock.Stop();
            }

            clock.Advance(order.Avance);
            return Results.Ok(Tell(clock));
        });
        endpoints.MapPost("/regles", (RuleChoice choice, RuleBook rules) =>
        {
            if (string.IsNullOrEmpty(choice.Personne))
            {
                return Results.BadRequest("personne: the national identifier of the person for whom another version is to hold is expected.");
            }

            return choice.Version is not null && rules.TryChoose(choice.Personne, choice.Version)
                ? Results.Ok(new { choice.Personne, choice.Version })
                : Results.BadRequest($"version: one of {string.Join(", ", rules.Versions)} is expected.");
        });
        endpoints.MapPost("/prosanteconnect", (Introduction introduction, ProviderDoor door) =>
        {
            if (introduction is not { Adresses.Length: > 0, Secret.Length: > 0 })
            {
                return Results.BadRequest("adresses, secret: where browsers may be led back to, and what the protocol side shows, are expected.");
            }

            door.Introduce(introduction.Adresses, introduction.Secret);
            return Results.NoContent();
        });
    }

    private static object Tell(PersonalTime clock) => new { maintenant = clock.GetUtcNow(), avance = clock.Ahead };

    // Arret: from now on this person's time moves on order only.
    private sealed record TimeOrder(string? Personne, TimeSpan Avance, bool Arret);

    private sealed record RuleChoice(string? Personne, string? Version);

    private sealed record Introduction(string[]? Adresses, string? Secret);
}
