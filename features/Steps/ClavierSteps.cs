using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;

namespace CardConformance.Features.Steps;

/// <summary>The activation by somebody without a mouse.</summary>
[Binding]
public sealed class ClavierSteps(World world)
{
    private KeyboardActivation Portal => new(world.Workstation.Page!);

    [When(@"^(?:il|elle) se connecte au portail avec sa carte, au clavier seul$")]
    public async Task ConnectAsync()
    {
        await Portal.OpenCardTabAsync(World.Rig.Target.Addresses.Portal);
        await world.Workstation.ExpectAsync(Screen.Named("Onglet Carte CPS"));
        await Portal.ConnectWithCardAsync();
        await world.Workstation.EnterCodeAsync(world.Person.CodePorteur);
        await world.Workstation.ExpectAsync(Screen.Named("Votre espace personnel"));
    }

    [When(@"^(?:il|elle) active son e-CPS au clavier seul$")]
    public async Task ActivateAsync()
    {
        await Portal.StartOnPortalAsync();
        Phone phone = await world.PhoneAsync();
        phone.HoldBefore(await new PortalPage(world.Workstation.Page!).PhotographQrCodeAsync(), world.Workstation.Page!);
        await phone.OpenApplicationAsync();
        await new KeyboardActivation(phone.Page).StartOnPhoneAsync();
        await phone.ExpectAsync(Screen.Named("Code d'ajout sur le téléphone"));
        await Portal.EnterCodeAjoutAsync(await new PhonePage(phone.Page).ReadCodeAjoutAsync());
        await world.Workstation.ExpectAsync(Screen.Named("Activation : Définition du mot de passe"));
        await Portal.EnterPasswordAsync(MotDePasseSteps.GoodPassword);
        await world.Workstation.ExpectAsync(Screen.Named("Confirmation du mot de passe"));
        await Portal.EnterPasswordAsync(MotDePasseSteps.GoodPassword);
    }

    [When(@"^(?:il|elle) demande l'activation au clavier seul$")]
    public async Task RequestAsync()
    {
        Phone phone = await world.PhoneAsync();
        await phone.OpenApplicationAsync();
        var keyboard = new KeyboardActivation(phone.Page);
        await keyboard.StartOnPhoneAsync();
        await keyboard.RequestAsync(world.Person.IdentifiantNational);
    }

    [When(@"^(?:il|elle) active son e-CPS depuis le courriel, au clavier seul$")]
    public async Task ActivateFromMailAsync()
    {
        Phone phone = await world.PhoneAsync();
        await phone.OpenMailAsync(await world.Mailbox.ReadLastAsync());
        var keyboard = new KeyboardActivation(phone.Page);
        await keyboard.FollowMailAsync();
        await keyboard.AskForSmsAsync();
        await phone.ExpectAsync(Screen.Named("Code d'activation"));
        await keyboard.EnterSmsCodeAsync(await world.SmsInbox.ReadLastCodeAsync());
        await phone.ExpectAsync(Screen.Named("Choisir votre mot de passe"));
        await keyboard.EnterPasswordAsync(MotDePasseSteps.GoodPassword);
        await phone.ExpectAsync(Screen.Named("Confirmer votre mot de passe"));
        await keyboard.EnterPasswordAsync(MotDePasseSteps.GoodPassword);
        world.PasswordOnPhone = true;
    }
}
