using System.Globalization;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The phone's page on which a login is approved: the only place that knows how to find things on it.</summary>
/// <param name="page">The phone's page.</param>
public sealed class PhoneLoginPage(IPage page)
{
    private ILocator Choices => page.Control(AriaRole.Group, "Code affiché sur l'ordinateur").GetByRole(AriaRole.Button);

    /// <summary>Types a password and chooses a code.</summary>
    /// <param name="password">The password.</param>
    /// <param name="code">One of the values on the screen.</param>
    public async Task AnswerAsync(string password, string code)
    {
        await page.Field("Mot de passe de votre e-CPS").FillAsync(password);
        await page.RunAndWaitForRequestFinishedAsync(
            () => Choices.Filter(new() { HasText = code }).ClickAsync(), new() { Predicate = request => request.IsNavigationRequest });
        await page.WaitUntilLoadedAsync();
    }

    /// <summary>Confirms what was answered.</summary>
    public Task ConfirmAsync() => page.Pressable("CONFIRMER").ClickAsync();

    /// <summary>The values to choose from.</summary>
    public Task<IReadOnlyList<string>> ReadChoicesAsync() => Choices.AllInnerTextsAsync();

    /// <summary>Waits until the page counts the passwords left.</summary>
    /// <param name="left">How many.</param>
    public Task ExpectPasswordsLeftAsync(int left) =>
        page.GetByText(string.Create(CultureInfo.InvariantCulture, $"Il vous reste {left} essai")).WaitForAsync();

    /// <summary>Refuses.</summary>
    public Task RefuseAsync() => page.Pressable("REFUSER LA CONNEXION").ClickAsync();
}
