using CardConformance.Reference.WithoutCard;

namespace CardConformance.Reference.Control;

/// <summary>The port by which tests move a person's time, and choose the version of the rules for a person. Loopback only, and not part of what a vendor's product has to offer.</summary>
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
    }

    private static object Tell(string personne, VirtualTime time) =>
        new { maintenant = time.Of(personne).GetUtcNow(), avance = time.AheadOf(personne) };

    private sealed record TimeAdvance(string? Personne, TimeSpan Avance);

    private sealed record RuleChoice(string? Personne, string? Version);
}
