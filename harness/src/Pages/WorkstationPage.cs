using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The pages on which a workstation gets its software, and is tried: the only place that knows how to find things on them.</summary>
/// <param name="page">The browser's page.</param>
/// <param name="portal">The portal's address.</param>
public sealed class WorkstationPage(IPage page, Uri portal)
{
    private ILocator Components => page.Control(AriaRole.Group, "Sélectionnez tous les composants proposés").GetByRole(AriaRole.Checkbox);

    private ILocator Diagnostic => page.Control(AriaRole.Checkbox, "Lancer l'outil de diagnostic");

    private ILocator TestSsl => page.Pressable("Test SSL");

    /// <summary>What the browser of a computer says it is.</summary>
    /// <param name="system"><c>Windows</c>, or macOS with its version: <c>macOS 10.14</c>.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string UserAgentOf(string system)
    {
        string described = system.Split(' ') switch
        {
            ["Windows"] => "Windows NT 10.0; Win64; x64",
            ["macOS", var version] => $"Macintosh; Intel Mac OS X {version.Replace('.', '_')}",
            _ => throw new ArgumentException($"« {system} » n'est pas un système connu ; connus : « Windows », « macOS » suivi de sa version."),
        };
        return $"Mozilla/5.0 ({described}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
    }

    /// <summary>Opens the page with the packages.</summary>
    public Task OpenAsync() => page.GotoAsync(new Uri(portal, "poste").ToString());

    /// <summary>Opens the diagnostic tool.</summary>
    public Task OpenDiagnosticAsync() => page.GotoAsync(new Uri(portal, "poste/diagnostic").ToString());

    /// <summary>Ticks the components and goes on.</summary>
    /// <param name="all">All of them, or all but the last.</param>
    public async Task ChooseComponentsAsync(bool all)
    {
        await page.WaitUntilLoadedAsync();
        int count = await Components.CountAsync() - (all ? 0 : 1);
        for (int i = 0; i < count; i++)
        {
            await Components.Nth(i).CheckAsync();
        }

        await ContinueAsync("CONTINUER");
    }

    /// <summary>Installs.</summary>
    /// <param name="accepted">Whether the conditions are accepted before.</param>
    public async Task InstallAsync(bool accepted)
    {
        await page.Control(AriaRole.Checkbox, "J'accepte les conditions générales d'utilisation").SetCheckedAsync(accepted);
        await ContinueAsync("INSTALLER");
    }

    /// <summary>Ends the installation. The box of the diagnostic tool is ticked when the page comes.</summary>
    /// <param name="diagnostic">Whether it stays so.</param>
    public async Task EndInstallationAsync(bool diagnostic)
    {
        await Assertions.Expect(Diagnostic).ToBeCheckedAsync();
        await Diagnostic.SetCheckedAsync(diagnostic);
        await ContinueAsync("TERMINER");
    }

    /// <summary>The address behind the button of the test.</summary>
    public async Task<Uri> TestSslAddressAsync() => new((await TestSsl.GetAttributeAsync("href"))!);

    /// <summary>Begins the test.</summary>
    public Task TestSslAsync() => TestSsl.ClickAsync();

    private Task ContinueAsync(string button) => page.Pressable(button).ClickAsync();
}
