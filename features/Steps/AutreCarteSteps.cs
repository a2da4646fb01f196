using CardConformance.Harness.Actors;

namespace CardConformance.Features.Steps;

/// <summary>What is in the reader is not the card, or not the right way round, or there is no reader that reads it.</summary>
[Binding]
public sealed class AutreCarteSteps(World world)
{
    [Given(@"^(.+) qui a mis une (carte Vitale|carte bancaire|carte inconnue) dans le lecteur$")]
    public async Task OtherCardInReaderAsync(Role role, string card)
    {
        await world.CreatePersonAsync(role);
        world.Workstation.Reader.Insert(CardIssuing.Zoo.FindOther(card)!);
    }

    [Given(@"^(.+) qui a mis sa carte à l'envers$")]
    public async Task CardUpsideDownAsync(Role role)
    {
        await world.CreatePersonAsync(role);
        world.Workstation.Reader.InsertMute(CardIssuing.Zoo.FindOther("carte muette")!);
    }

    [Given(@"^(.+) dont le lecteur ancien ne sait pas lire la carte$")]
    public async Task ReaderTooOldAsync(Role role)
    {
        Person person = await world.CreatePersonAsync(role);
        world.Workstation.ArmFault(person, "muette-a-la-mise-sous-tension");
        world.Workstation.Reader.InsertMute(person.Card);
    }

    [When(@"^(?:il|elle) retire sa carte du lecteur$")]
    public Task RemoveCardAsync() => world.Workstation.Reader.RemoveAsync();

    [Given(@"^son poste n'a pas de lecteur de cartes$")]
    public void NoReader() => world.Workstation.UnplugReader();

    [Given(@"^son poste n'a pas les composants de lecture de la carte$")]
    public Task NoMiddlewareAsync() => world.Workstation.OpenCardBrowserAsync(knowsCards: false);

    [Given(@"^un navigateur qui ne sait pas lire la carte$")]
    public Task BrowserWithoutCardAsync() => world.Workstation.OpenBrowserAsync();
}
