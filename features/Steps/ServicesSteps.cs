using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;

namespace CardConformance.Features.Steps;

/// <summary>The services that the product under test depends on fail, and time passes.</summary>
[Binding]
public sealed class ServicesSteps(World world)
{
    [Given(@"^le (portefeuille|portefeuille, à l'activation,|service de SMS|service de courriel) (répond par .+|ne répond pas|coupe .+|répond de .+|répond lentement|accepte .+)$")]
    public Task FailAsync(string backEnd, string fault) => world.StandIn.FailAsync(
        BackEnd.Named(backEnd), BackEndFault.Named(fault), world.Person.Entry, world.Person.Reach);

    [When(@"^tous les services fonctionnent à nouveau$")]
    public Task HealAsync() => world.StandIn.HealAsync();

    [When(@"^(\d+) (secondes?|minutes?|heures?|jours?) passe(?:nt)?$")]
    public Task PassAsync(int count, string unit) =>
        World.TargetWith(Capability.Clock).AdvanceTimeAsync(world.Person.IdentifiantNational, count * LengthOf(unit));

    private static TimeSpan LengthOf(string unit) => unit.TrimEnd('s') switch
    {
        "seconde" => TimeSpan.FromSeconds(1),
        "minute" => TimeSpan.FromMinutes(1),
        "heure" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };
}
