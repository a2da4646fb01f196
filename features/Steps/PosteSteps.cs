using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The workstation: its software installed, and tried by Test SSL.</summary>
[Binding]
public sealed class PosteSteps(World world)
{
    private WorkstationPage Page => new(world.Workstation.Page!, World.Rig.Target.Addresses.Portal);

    [Given(@"^une personne qui prépare son ordinateur sous ""(.+)""$")]
    public async Task PersonWithComputerAsync(string system)
    {
        await world.Workstation.OpenBrowserAsync(WorkstationPage.UserAgentOf(system));
        await Page.OpenAsync();
        await world.Workstation.ExpectAsync(Screen.Named("CONFIGURER AMELIPRO"));
    }

    [When(@"^(?:il|elle) sélectionne tous les composants proposés( sauf un)?$")]
    public Task ChooseComponentsAsync(string exception) => Page.ChooseComponentsAsync(all: exception.Length == 0);

    [When(@"^(?:il|elle) (accepte les conditions d'installation|continue l'installation sans accepter les conditions)$")]
    public Task InstallAsync(string words) => Page.InstallAsync(accepted: words.StartsWith("accepte", StringComparison.Ordinal));

    [When(@"^(?:il|elle) termine l'installation( sans lancer l'outil de diagnostic)?$")]
    public Task EndInstallationAsync(string exception) => Page.EndInstallationAsync(diagnostic: exception.Length == 0);

    [When(@"^(?:il|elle) lance le Test SSL$")]
    public async Task TestAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Page.OpenDiagnosticAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Outil de diagnostic"));
        await Page.TestSslAsync();
    }

    [When(@"^(?:il|elle) lance le Test SSL, en se trompant (\d) fois de code porteur$")]
    public async Task TestWithWrongCodesAsync(int times)
    {
        await TestAsync();
        for (int i = 0; i < times; i++)
        {
            await world.Workstation.EnterWrongCodeAsync(world.Person.WrongCode);
        }
    }

    [When(@"^(?:il|elle) lance le Test SSL avec le logiciel du poste$")]
    public async Task TestWithSoftwareAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Page.OpenDiagnosticAsync();
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(await Page.TestSslAddressAsync(), world.Person, world.Person.CodePorteur);
        Assert.That(answer.Outcome, Is.EqualTo(CardTlsOutcome.Answered), answer.Message);
    }

    [When(@"^(?:il|elle) retire sa carte pendant le Test SSL$")]
    public async Task PullCardDuringTestAsync()
    {
        world.Workstation.PullCardWhenItSigns(world.Person);
        await TestAsync();
        await world.Workstation.EnterCodeAsync(world.Person.CodePorteur);
    }

    [Then(@"^le Test SSL a reconnu son certificat$")]
    public Task RecognisedAsync() => new EcranSteps(world).ReadsAsync($"{world.Person.FullName}, {world.Person.Profile.Holder.Occupation}");
}
