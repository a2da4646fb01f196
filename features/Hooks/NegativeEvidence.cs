using System.Text.RegularExpressions;
using CardConformance.Features.Steps;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.StandIns;

namespace CardConformance.Features.Hooks;

/// <summary>What holds after every scenario, whatever it is about: nothing is active that nobody saw, and no code is in the log.</summary>
internal static class NegativeEvidence
{
    // Screens that say that an e-CPS is active, or that it may be.
    private static readonly string[] Activating =
        ["activation-terminee", "telephone-e-cps-active", "telephone-e-cps-activee", "activation-a-reprendre", "telephone-activation-a-reprendre"];

    /// <summary>What does not hold, or <see langword="null"/>.</summary>
    internal static async Task<string?> FindBreachAsync(World world)
    {
        if (world.Person is null)
        {
            return null;
        }

        IReadOnlyList<ReceivedRequest> activations = await world.StandIn.FindActivationsAsync(world.Person.IdentifiantNational);
        if (activations.Count > 0 && !world.Evidence.Screens.Intersect(Activating).Any())
        {
            return $"Le portefeuille a reçu {activations.Count} activation(s), et aucun écran de ce scénario ne dit que l'e-CPS est active.";
        }

        return IsSecretInLog(world)
            ? "Un code ou un mot de passe de ce scénario figure dans le journal du portail."
            : await FindCardCodeAsync(world) is { } where ? $"Un code de la carte est sorti de la carte et de la fenêtre où on le tape : {where}." : null;
    }

    // The codes of a card go from the keys to the card: to no page, no server, no back end.
    private static async Task<string?> FindCardCodeAsync(World world)
    {
        await world.Evidence.BrowserOutput.LookIntoStorageAsync();
        if (world.Evidence.BrowserOutput.Find(world.CardCodes) is { } where)
        {
            return where;
        }

        ReceivedRequest[] requests =
        [
            .. await world.StandIn.FindWalletRequestsAsync(world.Person.IdentifiantNational),
            .. await world.StandIn.FindMessagesAsync(world.Person.Reach.Mobile),
            .. await world.StandIn.FindMessagesAsync(world.Person.Reach.Email),
        ];
        ReceivedRequest? received = requests.FirstOrDefault(request => BrowserOutput.HoldsAny($"{request.Url} {request.Body}", world.CardCodes));
        return received is null ? null : $"demande reçue par {received.Url.Split('?')[0]}";
    }

    /// <summary>Whether the portal's log has a code, a password or the end of a link that came up in a scenario.</summary>
    internal static bool IsSecretInLog(World world)
    {
        string[] secrets = [.. world.Secrets, .. world.Evidence.Concealed, MotDePasseSteps.GoodPassword, MotDePasseSteps.OtherPassword];
        return world.ReadLog().Any(line => secrets.Any(secret => Regex.IsMatch(line, $@"\b{Regex.Escape(secret)}\b")));
    }
}
