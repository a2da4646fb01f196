using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>What somebody without a mouse does on the pages of an activation.</summary>
/// <param name="page">The portal's or the phone's page.</param>
public sealed class KeyboardActivation(IPage page)
{
    private readonly KeyboardUser _keyboard = new(page);

    /// <summary>Goes from the portal's first page to the tab of the card.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenCardTabAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await page.Pressable("PRO SANTÉ CONNECT").UnlessWithoutAsync("PRO SANTÉ CONNECT", link => _keyboard.PressAsync(link));
        await page.Control(AriaRole.Tab, "Carte CPS").UnlessWithoutAsync("Carte CPS", tab => _keyboard.PressAsync(tab));
    }

    /// <summary>Presses the button for the card.</summary>
    public Task ConnectWithCardAsync() => _keyboard.PressAsync(page.Pressable("Se connecter avec la carte CPS"));

    /// <summary>Begins the activation on the portal.</summary>
    public Task StartOnPortalAsync() => _keyboard.PressAsync(page.Pressable("COMMENCER L'ACTIVATION"));

    /// <summary>Begins on the phone, and accepts the conditions.</summary>
    public async Task StartOnPhoneAsync()
    {
        await _keyboard.PressAsync(page.Pressable("COMMENCER L'ACTIVATION"));
        await page.Control(AriaRole.Checkbox, "Accepter les conditions générales d'utilisation")
            .UnlessWithoutAsync("Accepter les conditions générales d'utilisation", box => _keyboard.PressAsync(box, "Space"));
        await page.Pressable("CONTINUER").UnlessWithoutAsync("CONTINUER", button => _keyboard.PressAsync(button));
    }

    /// <summary>Types a code d'ajout: where it has boxes, the cursor moves from one to the next by itself.</summary>
    /// <param name="code">Six characters.</param>
    public async Task EnterCodeAjoutAsync(string code)
    {
        await _keyboard.TypeAsync(page.CodeAjoutBoxes().First, code);
        await page.Pressable("Envoyer le code d'ajout").OnlyIfNamedAsync("Envoyer le code d'ajout", button => _keyboard.PressAsync(button));
    }

    /// <summary>Asks for an activation without a card, from where the camera is on.</summary>
    /// <param name="identifier">National identifier.</param>
    public async Task RequestAsync(string identifier)
    {
        await _keyboard.PressAsync(page.Pressable("Envoyer une demande d'activation"));
        await _keyboard.TypeAsync(page.Field("Votre identifiant RPPS"), identifier);
        await _keyboard.PressAsync(page.Pressable("Envoyer ma demande d'activation"));
    }

    /// <summary>Follows the link of an e-mail.</summary>
    public Task FollowMailAsync() => _keyboard.PressAsync(page.Pressable("Démarrer l'activation"));

    /// <summary>Asks for the code by SMS.</summary>
    public Task AskForSmsAsync() => _keyboard.PressAsync(page.Pressable("Par SMS"));

    /// <summary>Types the code of an SMS.</summary>
    /// <param name="code">Six digits.</param>
    public Task EnterSmsCodeAsync(string code) => _keyboard.TypeAsync(page.Field("Code d'activation"), code);

    /// <summary>Types a password of four digits.</summary>
    /// <param name="password">The password.</param>
    public async Task EnterPasswordAsync(string password)
    {
        await _keyboard.TypeAsync(page.Field("mot de passe"), password);
        await page.Pressable("Envoyer le mot de passe").OnlyIfNamedAsync("Envoyer le mot de passe", button => _keyboard.PressAsync(button));
    }
}
