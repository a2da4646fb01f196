using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The tabs of the login page.</summary>
[Binding]
public sealed class OngletSteps(World world)
{
    private PortalPage Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) ouvre la page de connexion$")]
    public async Task OpenAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Portal.OpenProSanteConnectAsync(World.Rig.Reference.Target.Portal);
    }

    [When(@"^(?:il|elle) choisit au clavier l'onglet ""(.*)""$")]
    public Task ChooseAsync(string tab) => Portal.ChooseTabByKeyboardAsync(tab);
}
