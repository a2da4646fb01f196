using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>What somebody without a mouse does on the pages of an activation with the card.</summary>
/// <param name="page">The portal's or the phone's page.</param>
public sealed class KeyboardActivation(IPage page)
{
    private readonly KeyboardUser _keyboard = new(page);

    /// <summary>Goes from the portal's first page to the button for the card, and stays on it.</summary>
    /// <param name="portal">The portal's address.</param>
    /// <returns>The address behind the button.</returns>
    public async Task<Uri> ReachCardButtonAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await _keyboard.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "PRO SANTÉ CONNECT" }));
        await _keyboard.PressAsync(page.GetByRole(AriaRole.Tab, new() { Name = "Carte CPS" }));
        ILocator card = page.GetByRole(AriaRole.Link, new() { Name = "Se connecter avec la carte CPS" });
        await _keyboard.ReachAsync(card);
        return new((await card.GetAttributeAsync("href"))!);
    }

    /// <summary>Begins the activation on the portal.</summary>
    public Task StartOnPortalAsync() => _keyboard.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "COMMENCER L'ACTIVATION" }));

    /// <summary>Begins on the phone, and accepts the conditions.</summary>
    public async Task StartOnPhoneAsync()
    {
        await _keyboard.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "COMMENCER L'ACTIVATION" }));
        await _keyboard.PressAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = "Accepter les conditions générales d'utilisation" }), "Space");
        await _keyboard.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "CONTINUER" }));
    }

    /// <summary>Types a code d'ajout: the cursor moves from box to box by itself.</summary>
    /// <param name="code">Six characters.</param>
    public Task EnterCodeAjoutAsync(string code) =>
        _keyboard.TypeAsync(page.GetByRole(AriaRole.Group, new() { Name = "Code d'ajout" }).GetByRole(AriaRole.Textbox).First, code);

    /// <summary>Types a password of four digits.</summary>
    /// <param name="password">The password.</param>
    public Task EnterPasswordAsync(string password) => _keyboard.TypeAsync(page.GetByLabel("mot de passe"), password);
}
