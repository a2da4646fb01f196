using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The activation by somebody without a mouse.</summary>
[Binding]
public sealed class ClavierSteps(World world)
{
    private const string Password = "2580";

    private KeyboardActivation Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) se connecte au portail avec sa carte, au clavier seul$")]
    public async Task ConnectAsync()
    {
        await world.Workstation.OpenBrowserAsync();
        Uri card = await Portal.ReachCardButtonAsync(World.Rig.Reference.Target.Portal);
        await world.Workstation.ExpectAsync(Screen.Named("Onglet Carte CPS"));
        CardTlsAnswer answer = await world.Workstation.LogInWithSoftwareAsync(card, world.Person, world.Person.CodePorteur);
        Assert.That(answer.Outcome, Is.EqualTo(CardTlsOutcome.Answered), answer.Message);
    }

    [When(@"^(?:il|elle) active son e-CPS au clavier seul$")]
    public async Task ActivateAsync()
    {
        await Portal.StartOnPortalAsync();
        Phone phone = await world.PhoneAsync();
        phone.HoldBefore(await new PortalPage(world.Workstation.Page!).PhotographQrCodeAsync());
        await phone.OpenApplicationAsync();
        await new KeyboardActivation(phone.Page).StartOnPhoneAsync();
        await phone.ExpectAsync(Screen.Named("Code d'ajout sur le téléphone"));
        await Portal.EnterCodeAjoutAsync(await new PhonePage(phone.Page).ReadCodeAjoutAsync());
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Définition du mot de passe"));
        await Portal.EnterPasswordAsync(Password);
        await world.Workstation.ExpectAsync(Screen.Named("Confirmation du mot de passe"));
        await Portal.EnterPasswordAsync(Password);
    }
}
