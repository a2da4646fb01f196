using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The pages of a login with the e-CPS, on the computer: the only place that knows how to find things on them.</summary>
/// <param name="page">The browser's page.</param>
public sealed class ProSanteConnectPage(IPage page)
{
    /// <summary>Types a national identifier and asks for the login.</summary>
    /// <param name="identifiantNational">What to type.</param>
    public async Task AskAsync(string identifiantNational)
    {
        await page.Field("Identifiant national").FillAsync(identifiantNational);
        await page.Pressable("SE CONNECTER", exact: true).ClickAsync();
    }

    /// <summary>The dynamic code on the screen.</summary>
    public Task<string> ReadCodeAsync() => page.Locator("[data-code]").InnerTextAsync();
}
