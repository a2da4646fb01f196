using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The portal's pages: the only place that knows how to find things on them.</summary>
/// <param name="page">The browser's page.</param>
public sealed class PortalPage(IPage page)
{
    private const int CodeAjoutLength = 6;

    private ILocator CardButton => page.GetByRole(AriaRole.Link, new() { Name = "Se connecter avec la carte CPS" });

    private ILocator CodeBoxes => page.GetByRole(AriaRole.Group, new() { Name = "Code d'ajout" }).GetByRole(AriaRole.Textbox);

    /// <summary>Opens the portal and its login page.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenLoginAsync(Uri portal)
    {
        await OpenProSanteConnectAsync(portal);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Carte CPS" }).ClickAsync();
    }

    /// <summary>Opens the portal and its login page, and leaves it on the tab that it opens with.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenProSanteConnectAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "PRO SANTÉ CONNECT" }).ClickAsync();
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
    public Task FollowAdviceAsync(string advice) => page.GetByRole(AriaRole.Link, new() { Name = advice, Exact = true }).ClickAsync();

    /// <summary>Tries again what failed.</summary>
    public Task RetryAsync() => page.GetByRole(AriaRole.Button, new() { Name = "RÉESSAYER" }).ClickAsync();

    /// <summary>Begins the activation anew, from the page of any of its steps.</summary>
    public Task RestartAsync() => page.GetByRole(AriaRole.Button, new() { Name = "RECOMMENCER L'ACTIVATION" }).ClickAsync();

    /// <summary>Asks for a QR code instead of one that has expired.</summary>
    public Task AskForNewQrCodeAsync() => page.GetByRole(AriaRole.Button, new() { Name = "NOUVEAU QR CODE" }).ClickAsync();

    /// <summary>Whether there is the button with which the activation begins.</summary>
    public Task<bool> OffersActivationAsync() => page.GetByRole(AriaRole.Button, new() { Name = "COMMENCER L'ACTIVATION" }).IsVisibleAsync();

    /// <summary>Asks for the person's own page, which leads to the portal's first page when nobody is logged in.</summary>
    /// <param name="portal">The portal's address.</param>
    public Task OpenHomeAsync(Uri portal) => page.GotoAsync(new Uri(portal, "espace").ToString());

    /// <summary>The address behind the button for the card.</summary>
    public async Task<Uri> CardAddressAsync() => new((await CardButton.GetAttributeAsync("href"))!);

    /// <summary>Presses the button for the card.</summary>
    public Task ConnectWithCardAsync() => CardButton.ClickAsync();

    /// <summary>Begins the activation, which shows a QR code.</summary>
    public Task StartActivationAsync() => page.GetByRole(AriaRole.Button, new() { Name = "COMMENCER L'ACTIVATION" }).ClickAsync();

    /// <summary>A picture of the screen with the QR code on it.</summary>
    public async Task<byte[]> PhotographQrCodeAsync()
    {
        ILocator code = page.GetByRole(AriaRole.Img, new() { Name = "QR Code" });
        await code.WaitForAsync();
        await code.EvaluateAsync("image => image.decode()");
        return await page.ScreenshotAsync();
    }

    /// <summary>Types a code d'ajout into its boxes; the page sends it by itself.</summary>
    /// <param name="code">Six characters.</param>
    public async Task EnterCodeAjoutAsync(string code)
    {
        // Empty: not those of a page that has just been sent.
        await Assertions.Expect(CodeBoxes.Last).ToHaveValueAsync("");
        for (int i = 0; i < CodeAjoutLength; i++)
        {
            await CodeBoxes.Nth(i).PressSequentiallyAsync(code[i].ToString());
        }
    }

    /// <summary>Opens the questions that prepare an activation.</summary>
    /// <param name="portal">The portal's address.</param>
    public async Task OpenOrientationAsync(Uri portal)
    {
        await page.GotoAsync(portal.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Préparer mon activation" }).ClickAsync();
    }

    /// <summary>Answers a question that prepares an activation.</summary>
    /// <param name="words">The answer, word for word.</param>
    public Task AnswerAsync(string words) => page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>What the page says is wrong.</summary>
    public Task<string> ErrorAsync() => page.GetByRole(AriaRole.Alert).InnerTextAsync();
}
