using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Features.Steps;

/// <summary>The person, the card, and the login with it.</summary>
[Binding]
public sealed class ConnexionSteps(World world)
{
    private CardTlsAnswer? _chosen;

    private PortalPage Portal => new(world.Workstation.Page!);

    [Given(@"^(.+) dont la carte est dans le lecteur$")]
    public async Task PersonWithCardInReaderAsync(Role role) => world.Workstation.InsertCard(await world.CreatePersonAsync(role));

    [Given(@"^(.+), avec sa carte dans le lecteur$")]
    public Task PersonWithSpecialCardInReaderAsync(Role role) => PersonWithCardInReaderAsync(role);

    [Given(@"^(.+) dont la carte n'est pas dans le lecteur$")]
    public async Task PersonWithoutCardInReaderAsync(Role role) => await world.CreatePersonAsync(role);

    [Given(@"^son navigateur qui lit la carte$")]
    public Task BrowserThatUsesTheCardAsync() => world.Workstation.OpenCardBrowserAsync();

    [When(@"^(?:il|elle) demande à se connecter avec sa carte$")]
    public async Task AskToConnectAsync()
    {
        await OpenLoginAsync();
        await Portal.ConnectWithCardAsync();
    }

    [When(@"^(?:il|elle) se connecte au portail avec sa carte$")]
    public async Task ConnectAsync()
    {
        if (world.Workstation.BrowserUsesCard)
        {
            await AskToConnectAsync();
            await world.Workstation.EnterCodeAsync(world.Person.CodePorteur);
            return;
        }

        await OpenLoginAsync();
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(
            await Portal.CardAddressAsync(), world.Person, world.Person.CodePorteur);
        if (answer.Outcome == CardTlsOutcome.NoCard)
        {
            // Software without a card has no certificate to show; neither has this browser.
            await Portal.ConnectWithCardAsync();
        }
        else if (answer.Outcome != CardTlsOutcome.Answered)
        {
            Assert.Fail($"connexion avec la carte impossible : {InFrench(answer.Outcome)}\n{answer.Message}");
        }
    }

    [When(@"^(?:il|elle) se connecte au portail avec sa carte, en se trompant (\d) fois de code porteur$")]
    public async Task ConnectWithWrongCodesAsync(int times)
    {
        await AskToConnectAsync();
        for (int i = 0; i < times; i++)
        {
            await world.Workstation.EnterWrongCodeAsync(world.Person.WrongCode);
        }
    }

    [When(@"^(?:il|elle) renonce à saisir son code porteur$")]
    public Task GiveUpCodeAsync() => world.Workstation.GiveUpCodeAsync();

    [When(@"^(?:il|elle) se connecte au portail en choisissant le certificat de signature de sa carte$")]
    public async Task ConnectWithSignatureCertificateAsync()
    {
        await OpenLoginAsync();
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(
            await Portal.CardAddressAsync(), world.Person, world.Person.CodePorteur, KeyRole.Signature);
        _chosen = answer;
    }

    [Then(@"^le logiciel du poste ne peut pas se connecter avec ce certificat$")]
    public void CannotConnectWithThisCertificate() => Assert.That(_chosen?.Outcome, Is.EqualTo(CardTlsOutcome.Broken), _chosen?.Message);

    [When(@"^(?:il|elle) saisit le bon code porteur$")]
    public Task EnterRightCodeAsync() => world.Workstation.EnterCodeAsync(world.Person.CodePorteur);

    [When(@"^(?:il|elle) retire sa carte pendant la connexion$")]
    public async Task PullCardDuringLoginAsync()
    {
        world.Workstation.PullCardWhenItSigns(world.Person);
        await ConnectAsync();
    }

    [Then(@"^(?:il|elle) est connectée? au portail$")]
    public async Task IsConnectedAsync()
    {
        await world.Workstation.ExpectAsync(Screen.Named("Votre espace personnel"));
        await new EcranSteps(world).ReadsAsync(world.Person.FullName);
        await new EcranSteps(world).ReadsAsync(world.Person.IdentifiantNational);
    }

    [Then(@"^(?:il|elle) n'est pas connectée? au portail$")]
    public async Task IsNotConnectedAsync()
    {
        await Portal.OpenHomeAsync(World.Rig.Target.Addresses.PersonalPage);
        await world.Workstation.ExpectAsync(Screen.Named("Portail e-CPS"));
    }

    [Then(@"^sa carte n'accepte plus que (\d) codes faux$")]
    [Then(@"^sa carte accepte à nouveau (\d) codes faux$")]
    public void CardAcceptsWrongCodes(int tries) => Assert.That(world.Workstation.CountTriesLeft(), Is.EqualTo(tries));

    private static string InFrench(CardTlsOutcome outcome) => outcome switch
    {
        CardTlsOutcome.NoCard => "le logiciel ne trouve pas la carte dans le lecteur.",
        CardTlsOutcome.CodeRefused => "la carte a refusé le code porteur.",
        _ => "l'échange avec le serveur s'est interrompu.",
    };

    private async Task OpenLoginAsync()
    {
        await world.Workstation.OpenBrowserIfNoneAsync();
        await Portal.OpenLoginAsync(World.Rig.Target.Addresses.Portal);
    }
}
