using System.Text.RegularExpressions;
using CardConformance.Features.Steps;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Leaks;
using CardConformance.Harness.StandIns;

namespace CardConformance.Features.Hooks;

/// <summary>What holds after every scenario, whatever it is about: nothing is active that nobody saw, and nothing of a person is where it must not be.</summary>
internal static class NegativeEvidence
{
    // Screens that say that an e-CPS is active, or that it may be.
    private static readonly string[] Activating =
        ["activation-terminee", "telephone-e-cps-active", "telephone-e-cps-activee", "activation-a-reprendre", "telephone-activation-a-reprendre"];

    /// <summary>What does not hold, or <see langword="null"/>.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="journal">What the back ends received about its people.</param>
    internal static async Task<string?> FindBreachAsync(World world, IReadOnlyList<(Channel Channel, ReceivedRequest Request)> journal)
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

        if (IsSecretInLog(world))
        {
            return "Un code ou un mot de passe de ce scénario figure dans le journal du portail.";
        }

        await world.Evidence.BrowserOutput.LookIntoStorageAsync();
        return World.Rig.Canaries.FindLeak(world.Evidence.Id, OutputOf(world, journal));
    }

    /// <summary>Whether the portal's log has a code, a password or the end of a link that came up in a scenario.</summary>
    internal static bool IsSecretInLog(World world)
    {
        string[] secrets = [.. world.Secrets, .. world.Evidence.Concealed, MotDePasseSteps.GoodPassword, MotDePasseSteps.OtherPassword];
        return world.ReadLog().Any(line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal) && Regex.IsMatch(line, $@"\b{Regex.Escape(secret)}\b")));
    }

    private static IEnumerable<Output> OutputOf(World world, IReadOnlyList<(Channel Channel, ReceivedRequest Request)> journal) =>
        world.Evidence.BrowserOutput.Seen
            .Concat(journal.Select(one => new Output(
                one.Channel == Channel.Wallet ? Place.Wallet : Place.Message,
                $"demande reçue par {ShownAddress.Of(one.Request.Url)}",
                $"{one.Request.Url} {one.Request.Body}")))
            .Concat(world.ReadLog().Select(line => new Output(Place.Log, "journal du produit", line)));
}
