using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>Before the activation: what one needs, and what becomes of somebody who lacks it.</summary>
[Binding]
public sealed class PrerequisSteps(World world)
{
    [Given(@"^une personne qui prépare son activation$")]
    public async Task PersonWhoPreparesAsync()
    {
        await world.Workstation.OpenBrowserAsync();
        await new PortalPage(world.Workstation.Page!).OpenOrientationAsync(World.Rig.Target.Addresses.Portal);
        await world.Workstation.ExpectAsync(Screen.Named("Avant de commencer"));
    }

    [Given(@"^un téléphone sous ""(.+)""$")]
    public void PhoneWith(string system) => world.PhoneSystem = system;

    [When(@"^(?:il|elle) répond ""(.+)""$")]
    public async Task AnswerAsync(string answers)
    {
        foreach (string answer in answers.Split(", puis "))
        {
            await new PortalPage(world.Workstation.Page!).AnswerAsync(answer);
        }
    }

    [When(@"^l'application e-CPS est ouverte sur le téléphone$")]
    public async Task OpenApplicationAsync() => await (await world.PhoneAsync()).OpenApplicationAsync();

    [When(@"^(?:il|elle) lit les conditions générales sur son téléphone$")]
    public async Task ReadConditionsAsync()
    {
        await OpenApplicationAsync();
        await (await PhonePageAsync()).OpenConditionsAsync();
        await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Conditions générales d'utilisation"));
    }

    [When(@"^(?:il|elle) refuse les conditions générales$")]
    public async Task RefuseAsync() => await (await PhonePageAsync()).RefuseConditionsAsync();

    [When(@"^(?:il|elle) revient aux conditions générales$")]
    public async Task ReturnAsync() => await (await PhonePageAsync()).ReturnToConditionsAsync();

    [When(@"^(?:il|elle) coche l'acceptation des conditions générales$")]
    public async Task TickAsync() => await (await PhonePageAsync()).TickConditionsAsync();

    [When(@"^(?:il|elle) continue sur son téléphone$")]
    public async Task ContinueAsync() => await (await PhonePageAsync()).ContinueAsync();

    [When(@"^son téléphone perd le réseau$")]
    public async Task LoseNetworkAsync() => await (await world.PhoneAsync()).SetOfflineAsync(true);

    [When(@"^son téléphone retrouve le réseau$")]
    public async Task RegainNetworkAsync() => await (await world.PhoneAsync()).SetOfflineAsync(false);

    [When(@"^(?:il|elle) réessaie sur son téléphone$")]
    public async Task RetryAsync() => await (await PhonePageAsync()).RetryAsync();

    private async Task<PhonePage> PhonePageAsync() => new((await world.PhoneAsync()).Page);
}
