using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The degraded mode of the example service: the only place that knows how to find things on its pages.</summary>
/// <param name="page">The browser's page.</param>
public sealed class DegradedModePage(IPage page)
{
    /// <summary>Opens it from the service's home.</summary>
    /// <param name="home">The service's home.</param>
    public async Task OpenAsync(Uri home)
    {
        await page.GotoAsync(home.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Mode dégradé" }).ClickAsync();
    }

    /// <summary>Says which logins are possible, and how the person practises.</summary>
    /// <param name="card">Whether a login with the card is possible.</param>
    /// <param name="ecps">Whether a login with the e-CPS is possible.</param>
    /// <param name="isLiberal">Whether the person is in private practice.</param>
    public async Task DeclareAsync(bool card, bool ecps, bool isLiberal)
    {
        await AnswerAsync("Connexion avec votre carte CPS", card);
        await AnswerAsync("Connexion avec votre e-CPS", ecps);
        await page.GetByLabel(isLiberal ? "Libéral" : "Salarié").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "CONTINUER" }).ClickAsync();
    }

    /// <summary>Logs in with a personal account.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="password">What is typed as its password.</param>
    public async Task LogInAsync(string name, string password)
    {
        await page.GetByLabel("Identifiant du compte").FillAsync(name);
        await page.GetByLabel("Mot de passe").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "SE CONNECTER AVEC LE COMPTE" }).ClickAsync();
    }

    private Task AnswerAsync(string question, bool possible) =>
        page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(possible ? "Possible" : "Impossible", new() { Exact = true }).CheckAsync();
}
