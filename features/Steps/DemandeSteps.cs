using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;

namespace CardConformance.Features.Steps;

/// <summary>The activation without a card: who asks, the request, the e-mail.</summary>
[Binding]
public sealed class DemandeSteps(World world, ConnexionSteps connexion)
{
    [Given(@"^(.+) qui veut activer son e-CPS sans carte$")]
    public Task PersonAsync(Role role) => world.CreatePersonAsync(role);

    [Given(@"^(.+) que l'annuaire connaît sans mobile$")]
    public Task PersonWithoutMobileAsync(Role role) => world.CreatePersonAsync(role, entry => entry with { Mobile = null });

    [Given(@"^(.+) que l'annuaire connaît sans courriel$")]
    public Task PersonWithoutMailAsync(Role role) => world.CreatePersonAsync(role, entry => entry with { Email = null });

    [Given(@"^(.+) que l'annuaire connaît sans mobile ni courriel$")]
    public Task PersonWithoutReachAsync(Role role) => world.CreatePersonAsync(role, entry => entry with { Mobile = null, Email = null });

    [Given(@"^(.+) que l'annuaire ne connaît pas$")]
    public Task UnknownPersonAsync(Role role) => world.CreatePersonAsync(role, _ => null);

    [Given(@"^(.+) que l'annuaire connaît avec une carte (CPS|CPF|CDE|CPE|CPA)$")]
    public Task PersonWithCardAsync(Role role, string kind) => world.CreatePersonAsync(role, entry => entry with { CardKind = kind });

    [Given(@"^(.+) que l'annuaire connaît sans carte$")]
    public Task PersonWithoutCardAsync(Role role) => world.CreatePersonAsync(role, entry => entry with { CardKind = null });

    [Given(@"^(.+) qui vient de corriger ses coordonnées auprès de son Ordre$")]
    public Task PersonWithCorrectionAsync(Role role) => world.CreatePersonAsync(role, entry => entry with { CorrectedAt = DateTimeOffset.UtcNow });

    [Given(@"^la règle d'activation de (\d{4})$")]
    public Task RuleAsync(string version) => World.TargetWith(Capability.Rules).ChooseRuleAsync(world.Person.IdentifiantNational, version);

    [Given(@"^(.+) qui a reçu le courriel d'activation$")]
    public async Task PersonWithMailAsync(Role role)
    {
        await PersonAsync(role);
        await AskAsync();
        await SeesSentAsync();
    }

    [When(@"^(?:il|elle) demande l'activation avec son identifiant$")]
    public Task AskAsync() => AskWithAsync(world.Person.IdentifiantNational);

    [When(@"^(?:il|elle) demande l'activation avec (un identifiant .+)$")]
    public Task AskWithWrongIdentifierAsync(TypedIdentifier typed) => AskWithAsync(typed.From(world.Person.IdentifiantNational));

    [When(@"^(?:il|elle) ouvre le formulaire de demande d'activation$")]
    public async Task OpenFormAsync()
    {
        World.TargetWith(Capability.ActivationWithoutCard);
        Phone phone = await world.PhoneAsync();
        await phone.OpenApplicationAsync();
        await new PhonePage(phone.Page).StartActivationAsync();
        await new PhonePage(phone.Page).OpenRequestAsync();
        await phone.ExpectAsync(Screen.Named("Demande d'activation"));
    }

    [When(@"^(?:il|elle) demande à nouveau le courriel$")]
    public async Task AskAgainAsync() => await (await PageAsync()).AskForAnotherMailAsync();

    [When(@"^(?:il|elle) demande à nouveau le courriel (\d) fois, une minute après l'autre$")]
    public async Task AskAgainSeveralTimesAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await World.TargetWith(Capability.Clock).AdvanceTimeAsync(world.Person.IdentifiantNational, TimeSpan.FromMinutes(1));
            await AskAgainAsync();
            await SeesSentAsync();
            await ReceivedMailsAsync(i + 2);
        }
    }

    [When(@"^(?:il|elle) ouvre le courriel sur son téléphone et démarre l'activation$")]
    public async Task OpenOnPhoneAsync() => await StartFromAsync(await world.Mailbox.ReadLastAsync());

    [When(@"^(?:il|elle) ouvre le premier courriel sur son téléphone et démarre l'activation$")]
    public async Task OpenFirstOnPhoneAsync() => await StartFromAsync((await world.Mailbox.ReadAsync())[0]);

    [When(@"^(?:il|elle) ouvre le courriel sur son ordinateur et en scanne le QR code$")]
    public async Task ScanFromComputerAsync()
    {
        Phone phone = await world.PhoneAsync();
        phone.HoldBefore(await world.Mailbox.PhotographOnComputerAsync(World.Rig, await world.Mailbox.ReadLastAsync()));
        await phone.OpenApplicationAsync();
        await new PhonePage(phone.Page).StartActivationAsync();
    }

    [When(@"^(?:il|elle) confirme avoir lu l'information$")]
    public async Task AcknowledgeAsync() => await (await PageAsync()).AcknowledgeAsync();

    [When(@"^(?:il|elle) suit le conseil d'activer son e-CPS avec sa carte$")]
    public async Task FollowAdviceAsync() => await (await PageAsync()).FollowCardAdviceAsync();

    [When(@"^(?:il|elle) insère sa carte et se connecte au portail$")]
    public async Task ConnectWithCardAsync()
    {
        world.Workstation.InsertCard(world.Person);
        await connexion.ConnectAsync();
    }

    [When(@"^(?:il|elle) recommence l'activation sur son téléphone$")]
    public async Task RestartAsync() => await (await PageAsync()).RestartWithoutCardAsync();

    [Then(@"^l'identifiant est refusé parce qu'il (.+)$")]
    public async Task RefusedAsync(string why)
    {
        await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Demande d'activation"));
        Assert.That(await (await PageAsync()).ErrorAsync(), Is.EqualTo(TypedIdentifier.ReasonNamed(why)));
    }

    [Then(@"^chacune de ces saisies lui est refusée sans que le portefeuille soit interrogé :$")]
    public async Task EachRefusedAsync(Table entries)
    {
        foreach (TableRow row in entries.Rows)
        {
            world.Asked = TypedIdentifier.Named(row["saisie"]).From(world.Person.IdentifiantNational);
            await (await PageAsync()).RequestActivationAndWaitAsync(world.Asked);
            try
            {
                await RefusedAsync(row["raison"]);
                await WalletNotAskedAsync();
            }
            catch (Exception failure) when (failure is ScreenException or AssertionException)
            {
                throw new ScreenException($"{row["saisie"]} : {failure.Message}");
            }
        }
    }

    [Then(@"^le portefeuille n'a pas été interrogé$")]
    public async Task WalletNotAskedAsync() =>
        Assert.That(await world.StandIn.FindQuestionsAsync(world.Asked!), Is.Empty);

    [Then(@"^rien de ce qu'(?:il|elle) a saisi ne figure dans la page$")]
    public async Task NotEchoedAsync() =>
        Assert.That(await (await world.PhoneAsync()).Page.ContentAsync(), Does.Not.Contain(world.Asked!).And.Not.Contain("onerror"));

    [Then(@"^(?:il|elle) a reçu (\d) courriels?$")]
    public async Task ReceivedMailsAsync(int count) => Assert.That(await world.Mailbox.ReadAsync(), Has.Count.EqualTo(count), "courriels reçus");

    private async Task StartFromAsync(string mail) => await (await (await world.PhoneAsync()).OpenMailAsync(mail)).StartActivationAsync();

    private async Task AskWithAsync(string identifier)
    {
        await OpenFormAsync();
        world.Asked = identifier;
        await (await PageAsync()).RequestActivationAsync(identifier);
    }

    private async Task SeesSentAsync() => await (await world.PhoneAsync()).ExpectAsync(Screen.Named("Demande envoyée"));

    private async Task<PhonePage> PageAsync() => new((await world.PhoneAsync()).Page);
}
