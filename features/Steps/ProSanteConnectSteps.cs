using System.Text.Json.Nodes;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;
using CardConformance.Harness.ProSanteConnect;
using Microsoft.Playwright;

namespace CardConformance.Features.Steps;

/// <summary>Logins to a service by Pro Santé Connect, with the card and with the e-CPS.</summary>
[Binding]
public sealed class ProSanteConnectSteps(World world, ActivationSteps activation, MotDePasseSteps motDePasse)
{
    // Of the right form, with the right key, and nobody's.
    private const string NobodysIdentifier = "899799999994";

    private JsonObject Claims => ProfessionalClaims.Of(world.Person.Profile, world.Person.Entry);

    private ProSanteConnectPage Login => new(world.Workstation.Page!);

    // Where the browser came back to the service, with the answer to its login.
    private string? _return;

    private MisbehaviourOrder? _order;

    /// <summary>Lets Pro Santé Connect behave well again, also after a failure.</summary>
    [AfterScenario]
    public ValueTask HealAsync() => _order?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Given(@"^Pro Santé Connect se trompe : (.+)$")]
    public async Task MisbehaveAsync(ProviderFault fault) => _order = await (await World.Rig.ProSanteConnectAsync()).MisbehaveAsync(
        fault.Kind, identifiantNational: world.Person.IdentifiantNational, endpoint: fault.Endpoint);

    [When(@"^Pro Santé Connect ne se trompe plus$")]
    public async Task BehaveWellAsync()
    {
        await HealAsync();
        _order = null;
    }

    [Given(@"^(.+) qui se sert de son e-CPS$")]
    public async Task PersonWithECpsAsync(Role role)
    {
        await activation.PairedPersonAsync(role);
        await motDePasse.CreateAsync();
        await world.Workstation.ExpectAsync(Screen.Named("La carte est active"));
    }

    [When(@"^(?:il|elle) demande à se connecter à un service avec son e-CPS$")]
    public Task AskAsync() => AskAsync(world.Person.IdentifiantNational);

    [When(@"^(?:il|elle) demande à se connecter à un service avec un identifiant que personne ne porte$")]
    public Task AskForNobodyAsync() => AskAsync(NobodysIdentifier);

    [When(@"^(?:il|elle) se connecte à un service avec sa carte$")]
    public async Task ConnectWithCardAsync()
    {
        await OpenServiceAsync();
        if (!IsAtLogin)
        {
            // Pro Santé Connect still knows this browser, and has sent it back.
            return;
        }

        var portal = new PortalPage(world.Workstation.Page!);
        await portal.ChooseTabByKeyboardAsync("Carte CPS");
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(await portal.CardAddressAsync(), world.Person, world.Person.CodePorteur);
        Assert.That(answer.Outcome, Is.EqualTo(CardTlsOutcome.Answered), answer.Message);
    }

    [When(@"^(?:il|elle) valide la connexion sur son téléphone$")]
    public async Task ApproveAsync()
    {
        await AnswerRightAsync();
        await ConfirmAsync();
    }

    [When(@"^(?:il|elle) saisit sur son téléphone le bon mot de passe et le bon code$")]
    public async Task AnswerRightAsync()
    {
        Phone phone = await AnswerAsync(MotDePasseSteps.GoodPassword, await CodeAsync());
        await phone.ExpectAsync(Screen.Named("Confirmer la connexion"));
    }

    [When(@"^(?:il|elle) confirme la connexion sur son téléphone$")]
    public async Task ConfirmAsync() => await new PhoneLoginPage((await world.PhoneAsync()).Page).ConfirmAsync();

    [When(@"^(?:il|elle) refuse de confirmer la connexion sur son téléphone$")]
    public async Task RefuseToConfirmAsync() => await new PhoneLoginPage((await world.PhoneAsync()).Page).RefuseAsync();

    [When(@"^(?:il|elle) choisit un autre code sur son téléphone$")]
    public async Task ChooseAnotherCodeAsync()
    {
        string right = await CodeAsync();
        Phone phone = await AwaitRequestAsync();
        IReadOnlyList<string> choices = await new PhoneLoginPage(phone.Page).ReadChoicesAsync();
        await new PhoneLoginPage(phone.Page).AnswerAsync(MotDePasseSteps.GoodPassword, choices.First(choice => choice != right));
    }

    [When(@"^(?:il|elle) saisit trois mots de passe faux sur son téléphone$")]
    public async Task EnterWrongPasswordsAsync()
    {
        string code = await CodeAsync();
        Phone phone = await AwaitRequestAsync();
        for (int left = 2; left >= 0; left--)
        {
            await new PhoneLoginPage(phone.Page).AnswerAsync(MotDePasseSteps.OtherPassword, code);
            if (left > 0)
            {
                await new PhoneLoginPage(phone.Page).ExpectPasswordsLeftAsync(left);
            }
        }
    }

    [When(@"^(?:il|elle) refuse la connexion sur son téléphone$")]
    public async Task RefuseAsync() => await new PhoneLoginPage((await AwaitRequestAsync()).Page).RefuseAsync();

    [When(@"^(?:il|elle) cherche sur son téléphone une connexion à valider$")]
    public async Task LookForRequestAsync() => await (await world.PhoneAsync()).OpenLoginRequestAsync();

    // As somebody gets hold of it who reads the address on its way: it has never been used. The browser's cookies go along, as they would.
    [When(@"^(?:il|elle) se connecte à un service avec sa carte, et que la réponse se perd en chemin$")]
    public async Task ConnectAndLoseAnswerAsync()
    {
        await OpenServiceAsync();
        var portal = new PortalPage(world.Workstation.Page!);
        await portal.ChooseTabByKeyboardAsync("Carte CPS");
        CardTlsAnswer answer = await world.Workstation.ShowCardBySoftwareAsync(await portal.CardAddressAsync(), world.Person, world.Person.CodePorteur);
        TestedService service = await World.Rig.ServiceAsync();
        Uri address = answer.Location ?? throw new ScreenException($"connexion attendue ; vu : {answer.Message}");
        while (!IsReturn(address.ToString(), service))
        {
            IAPIResponse redirection = await world.Workstation.Page!.Context.APIRequest.GetAsync(address.ToString(), new() { MaxRedirects = 0 });
            address = new Uri(address, redirection.Headers.GetValueOrDefault("location") ?? throw new ScreenException($"redirection attendue ; vu : {redirection.Status} à {address.GetLeftPart(UriPartial.Path)}"));
        }

        _return = address.ToString();
    }

    [When(@"^(?:il|elle) efface les cookies de son navigateur$")]
    public Task ClearCookiesAsync() => world.Workstation.Page!.Context.ClearCookiesAsync();

    [When(@"^(?:il|elle) rouvre l'adresse par laquelle (?:il|elle) est revenue? au service$")]
    public Task ReopenReturnAsync() => world.Workstation.Page!.GotoAsync(_return ?? throw new InvalidOperationException("the browser never came back to the service"));

    [Then(@"^le service sait qui (?:il|elle) est$")]
    public async Task ServiceKnowsAsync()
    {
        ServicePage service = await ServiceAsync();
        bool isConnected = await service.IsConnectedAsync();
        await world.Workstation.CaptureAsync();
        Assert.That(isConnected, Is.True, await Screen.DescribeAsync(world.Workstation.Page!));
        Assert.That(await service.FindMissingAsync(world.Person), Is.Empty, await Screen.DescribeAsync(world.Workstation.Page!));
        Assert.That(await service.HasSessionAsync(), Is.True, "la page qui demande une session ne le sait plus");
    }

    [Then(@"^le service ne l'a pas connectée?$")]
    public async Task ServiceRefusesAsync()
    {
        ServicePage service = await ServiceAsync();
        bool isConnected = await service.IsConnectedAsync();
        await world.Workstation.CaptureAsync();
        Assert.That(isConnected, Is.False, $"le service a connecté quelqu'un ; vu : {await Screen.DescribeAsync(world.Workstation.Page!)}");
        Assert.That(await service.HasSessionAsync(), Is.False, $"le service a ouvert une session ; vu : {await Screen.DescribeAsync(world.Workstation.Page!)}");
    }

    [Then(@"^(?:il|elle) n'est pas connectée? au service$")]
    public async Task IsNotConnectedAsync()
    {
        Assert.That(await (await ServiceAsync()).HasSessionAsync(), Is.False, await Screen.DescribeAsync(world.Workstation.Page!));
        await OpenServiceAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Connectez-vous"));
    }

    private bool IsAtLogin => new Uri(world.Workstation.Page!.Url).Authority == World.Rig.Target.Addresses.Portal.Authority;

    private async Task<ServicePage> ServiceAsync() => new(world.Workstation.Page!, await World.Rig.ServiceAsync());

    private async Task AskAsync(string identifiantNational)
    {
        await OpenServiceAsync();
        await world.Workstation.ExpectAsync(Screen.Named("Connectez-vous"));
        await Login.AskAsync(identifiantNational);
    }

    private async Task OpenServiceAsync()
    {
        await (await World.Rig.ProSanteConnectAsync()).KnowAsync(Claims);
        await world.Workstation.OpenBrowserIfNoneAsync();
        TestedService service = await World.Rig.ServiceAsync();
        world.Workstation.Page!.Request += (_, request) => _return = IsReturn(request.Url, service) ? request.Url : _return;
        await new ServicePage(world.Workstation.Page!, service).BeginLoginAsync();
    }

    private static bool IsReturn(string address, TestedService service) =>
        service.Registration.OtherRedirectUris.Prepend(service.Registration.RedirectUri).Any(one => address.StartsWith($"{one}?", StringComparison.Ordinal));

    private async Task<string> CodeAsync()
    {
        await world.Workstation.ExpectAsync(Screen.Named("Connexion avec l'application e-CPS"));
        return await Login.ReadCodeAsync();
    }

    // It comes by itself, whatever the application shows.
    private async Task<Phone> AwaitRequestAsync()
    {
        Phone phone = await world.PhoneAsync();
        await phone.ExpectAsync(Screen.Named("Demande de connexion"));
        return phone;
    }

    private async Task<Phone> AnswerAsync(string password, string code)
    {
        Phone phone = await AwaitRequestAsync();
        await new PhoneLoginPage(phone.Page).AnswerAsync(password, code);
        return phone;
    }
}
