using CardConformance.Harness.Actors;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The portal's pages: the only place that knows how to find things on them.</summary>
/// <param name="page">The browser's page.</param>
public sealed class PortalPage(IPage page)
{
    private ILocator CardButton => page.Pressable("Se connecter avec la carte CPS");

    private ILocator CodeBoxes => page.CodeAjoutBoxes();

    /// <summary>Opens the portal and its login page.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenLoginAsync(Uri portal)
    {
        await OpenProSanteConnectAsync(portal);
        await page.Control(AriaRole.Tab, "Carte CPS").UnlessWithoutAsync("Carte CPS", tab => tab.ClickAsync());
    }

    /// <summary>Opens the portal and its login page, and leaves it on the tab that it opens with.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenProSanteConnectAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await page.Pressable("PRO SANTÉ CONNECT").UnlessWithoutAsync("PRO SANTÉ CONNECT", link => link.ClickAsync());
    }

    /// <summary>Goes to a tab of the login page by the arrow keys.</summary>
    /// <param name="tab">Name of the tab, any of the four.</param>
    public async Task ChooseTabByKeyboardAsync(string tab)
    {
        await page.GetByRole(AriaRole.Tab, new() { Selected = true }).FocusAsync();
        ILocator chosen = page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true, Selected = true });
        for (int i = 0; i < 3 && await chosen.CountAsync() == 0; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await chosen.WaitForAsync();
    }

    /// <summary>Opens the advice that a screen offers.</summary>
    /// <param name="advice">The words of its link.</param>
    public Task FollowAdviceAsync(string advice) => page.Pressable(advice, exact: true).ClickAsync();

    /// <summary>Tries again what failed.</summary>
    public Task RetryAsync() => page.Pressable("RÉESSAYER").ClickAsync();

    /// <summary>Begins the activation anew, from the page of any of its steps.</summary>
    public Task RestartAsync() => page.Pressable("RECOMMENCER L'ACTIVATION").ClickAsync();

    /// <summary>Asks for a QR code instead of one that has expired.</summary>
    public Task AskForNewQrCodeAsync() => page.Pressable("NOUVEAU QR CODE").ClickAsync();

    /// <summary>Whether there is the button with which the activation begins.</summary>
    public Task<bool> OffersActivationAsync() => page.Pressable("COMMENCER L'ACTIVATION").IsVisibleAsync();

    /// <summary>Asks for the person's own page, which leads to the portal's first page when nobody is logged in.</summary>
    /// <param name="home">The page's address.</param>
    public Task OpenHomeAsync(Uri home) => page.GotoAsync(home.ToString());

    /// <summary>The address behind the button for the card.</summary>
    /// <exception cref="TimeoutException">The button leads nowhere.</exception>
    public async Task<Uri> CardAddressAsync()
    {
        // A link says where it leads. What leads there by a script says so when it is pressed, and is held back.
        if (await CardButton.GetAttributeAsync("href") is { } link)
        {
            return new(new Uri(page.Url), link);
        }

        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        Func<IRoute, Task> hold = route => HoldAsync(route, address);
        await page.RouteAsync("**/*", hold);
        try
        {
            await CardButton.ClickAsync();
            return await address.Task.WaitAsync(TimeSpan.FromMilliseconds(PageTimeouts.ActionMilliseconds));
        }
        finally
        {
            await page.UnrouteAsync("**/*", hold);
        }
    }

    /// <summary>Presses the button for the card.</summary>
    public Task ConnectWithCardAsync() => CardButton.ClickAsync();

    /// <summary>Begins the activation, which shows a QR code.</summary>
    public Task StartActivationAsync() => page.Pressable("COMMENCER L'ACTIVATION").ClickAsync();

    /// <summary>A picture of the screen with the QR code on it.</summary>
    public async Task<byte[]> PhotographQrCodeAsync()
    {
        ILocator code = page.Control(AriaRole.Img, "QR Code");
        await code.WaitForAsync();
        await code.EvaluateAsync("image => image.decode()");
        return await page.ScreenshotAsync();
    }

    /// <summary>Types a code d'ajout; the page sends it by itself, or has a button for it.</summary>
    /// <param name="code">Six characters.</param>
    public async Task EnterCodeAjoutAsync(string code)
    {
        // Empty: not those of a page that has just been sent.
        await Assertions.Expect(CodeBoxes.Last).ToHaveValueAsync("");
        if (await CodeBoxes.CountAsync() == 1)
        {
            await CodeBoxes.PressSequentiallyAsync(code);
        }
        else
        {
            for (int i = 0; i < code.Length; i++)
            {
                await CodeBoxes.Nth(i).PressSequentiallyAsync(code[i].ToString());
            }
        }

        await page.Pressable("Envoyer le code d'ajout").OnlyIfNamedAsync("Envoyer le code d'ajout", button => button.ClickAsync());
    }

    /// <summary>Opens the questions that prepare an activation.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenOrientationAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await page.Pressable("Préparer mon activation").ClickAsync();
    }

    /// <summary>Answers a question that prepares an activation.</summary>
    /// <param name="words">The answer, word for word.</param>
    public Task AnswerAsync(string words) => page.Pressable(words, exact: true).ClickAsync();

    /// <summary>What the page says is wrong.</summary>
    public Task<string> ErrorAsync() => ErrorMessage.OnAsync(page);

    private static async Task HoldAsync(IRoute route, TaskCompletionSource<Uri> address)
    {
        if (!route.Request.IsNavigationRequest)
        {
            await route.ContinueAsync();
            return;
        }

        address.TrySetResult(new(route.Request.Url));
        await route.AbortAsync("aborted");
    }
}
