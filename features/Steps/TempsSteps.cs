using CardConformance.Harness.Targets;

namespace CardConformance.Features.Steps;

/// <summary>The person's clock.</summary>
[Binding]
public sealed class TempsSteps(World world)
{
    [Given(@"^pour (?:lui|elle), l'heure n'avance que sur commande$")]
    public Task StopAsync() => World.TargetWith(Capability.Clock).StopTimeAsync(world.Person.IdentifiantNational);
}
