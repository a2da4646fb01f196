using CardConformance.Harness.Targets;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>Where a password is chosen, on the portal or on the phone: the only place that knows how to find things there.</summary>
/// <param name="page">The page that it is on.</param>
public sealed class PasswordForm(IPage page)
{
    private const int PasswordLength = 4;

    /// <summary>Types a password; the page sends it by itself when it is full, else the person presses the button.</summary>
    /// <param name="password">What to type.</param>
    public async Task EnterAsync(string password)
    {
        await page.WaitUntilLoadedAsync();
        await page.Field("mot de passe").PressSequentiallyAsync(password);
        if (Target.OfThisRun.Names("Envoyer le mot de passe"))
        {
            await page.Pressable("Envoyer le mot de passe").ClickAsync();
        }
        else if (password.Length < PasswordLength)
        {
            await page.Pressable("VALIDER").ClickAsync();
        }
    }

    /// <summary>Types a password and waits until the page that answers it is there, which may be the same again.</summary>
    /// <param name="password">What to type.</param>
    public Task EnterAndWaitAsync(string password) => page.RunAndWaitForNextPageAsync(() => EnterAsync(password));

    /// <summary>What the page says is wrong.</summary>
    public Task<string> ErrorAsync() => ErrorMessage.OnAsync(page);
}
