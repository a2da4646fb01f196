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
        await Portal.OpenProSanteConnectAsync(World.Rig.Target.Addresses.Portal);
    }

    [When(@"^(?:il|elle) choisit au clavier l'onglet ""(.*)""$")]
    public Task ChooseAsync(string tab) => Portal.ChooseTabByKeyboardAsync(tab);

    [When(@"^(?:il|elle) ouvre deux fois la page de connexion et se connecte par la première$")]
    public async Task ConnectByFirstAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Portal.OpenLoginAsync(World.Rig.Target.Addresses.Portal);
        Uri first = await Portal.CardAddressAsync();
        await Portal.OpenLoginAsync(World.Rig.Target.Addresses.Portal);
        await world.Workstation.LogInWithSoftwareAsync(first, world.Person, world.Person.CodePorteur);
    }
}
