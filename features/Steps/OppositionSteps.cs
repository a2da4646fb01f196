using CardConformance.Harness.Actors;
using CardConformance.Harness.StandIns;

namespace CardConformance.Features.Steps;

/// <summary>The list of cards under opposition, which the product asks for.</summary>
[Binding]
public sealed class OppositionSteps(World world)
{
    private string List => world.Person.Profile.SerialNumber;

    [Given(@"^la liste des cartes en opposition (répond par .+|coupe .+|répond de .+)$")]
    public Task FailAsync(string fault) => world.StandIn.FailRevocationListAsync(List, BackEndFault.Named(fault));

    [Given(@"^la liste des cartes en opposition est périmée$")]
    public async Task OutdateAsync() => await world.StandIn.PublishRevocationListAsync(
        List, CardIssuing.OutdatedRevocationList(World.Rig.Authority, world.Person.Profile.Kind));
}
