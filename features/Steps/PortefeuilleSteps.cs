using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.StandIns;

namespace CardConformance.Features.Steps;

/// <summary>What the wallet knows already about the person.</summary>
[Binding]
public sealed class PortefeuilleSteps(World world, ActivationSteps activation, MotDePasseSteps password)
{
    [Given(@"^le portefeuille ne connaît pas cette personne$")]
    public Task UnknownAsync() => world.StandIn.ForgetAsync(world.Person.Entry);

    [Given(@"^son e-CPS est déjà active sur un autre téléphone$")]
    public Task ActiveElsewhereAsync() => world.StandIn.RememberActiveAsync(world.Person.Entry, phone: null);

    [Given(@"^(.+) qui a déjà activé son e-CPS sur son téléphone$")]
    public async Task ActivePersonAsync(Role role)
    {
        await activation.PairedPersonAsync(role);
        await password.CreateAsync();
        await world.Workstation.ExpectAsync(Screen.Named("La carte est active"));
        ReceivedRequest told = (await FindActivationsAsync())[^1];
        await world.StandIn.RememberActiveAsync(world.Person.Entry, (string)JsonNode.Parse(told.Body)!["telephone"]!);
    }

    [When(@"^(?:il|elle) retourne à son espace personnel$")]
    public Task ReturnHomeAsync() => new PortalPage(world.Workstation.Page!).OpenHomeAsync(World.Rig.Target.Addresses.PersonalPage);

    [When(@"^(?:il|elle) choisit sur son téléphone de (remplacer|conserver) son e-CPS$")]
    public async Task AnswerAsync(string choice)
    {
        Phone phone = await world.PhoneAsync();
        await new PhonePage(phone.Page).AnswerReplacementAsync(choice == "remplacer");
    }

    [Then(@"^le portefeuille a reçu (\d) activations?, dont la dernière remplace l'e-CPS$")]
    public async Task ReplacedAsync(int count)
    {
        IReadOnlyList<ReceivedRequest> activations = await FindActivationsAsync();
        Assert.That(activations, Has.Count.EqualTo(count));
        Assert.That((string?)JsonNode.Parse(activations[^1].Body)!["remplace"], Is.Not.Null.And.Not.Empty);
    }

    private Task<IReadOnlyList<ReceivedRequest>> FindActivationsAsync() => world.StandIn.FindActivationsAsync(world.Person.IdentifiantNational);
}
