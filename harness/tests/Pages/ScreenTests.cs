using CardConformance.Harness.Browsers;
using CardConformance.Harness.Pages;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>A screen is waited for whole, and what is missing in the end is named.</summary>
/// <remarks>All look at one page, one after the other.</remarks>
[NonParallelizable]
public sealed class ScreenTests
{
    private static readonly Screen Expected = Screen.Named("Confirmation du mot de passe");

    private static BrowserHost? _browsers;
    private static IPage? _page;

    private static IPage Page => _page ?? throw new InvalidOperationException("the browser was not started");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _browsers = await BrowserHost.StartAsync();
        _page = await (await _browsers.NewDesktopAsync()).NewPageAsync();
    }

    [OneTimeTearDown]
    public static async Task StopAsync() => await (_browsers?.DisposeAsync() ?? ValueTask.CompletedTask);

    // Two screens share this title, one comes after the other: the first is still there when the second is waited for.
    [Test]
    public async Task Screen_after_one_of_the_same_title_is_waited_for()
    {
        await ShowAsync("Créer votre mot de passe", later: string.Join(' ', Expected.Texts));
        Page.SetDefaultTimeout(10_000);
        Assert.That(async () => await Expected.ExpectAsync(Page), Throws.Nothing);
    }

    [Test]
    public async Task Missing_text_and_what_is_seen_are_named()
    {
        await ShowAsync("Créer votre mot de passe", later: "Essayez encore");
        Page.SetDefaultTimeout(1_000);
        Assert.That(
            async () => await Expected.ExpectAsync(Page),
            Throws.TypeOf<ScreenException>().With.Message.EqualTo(
                $"écran « {Expected.Title} », texte attendu : « Confirmer le mot de passe » ; vu : « {Expected.Title} Essayez encore »"));
    }

    // What a page does not show may be why it stays as it is.
    [Test]
    public async Task Errors_of_the_pages_scripts_are_told()
    {
        await Page.SetContentAsync("<h1>Scanner</h1><script>throw new Error('la caméra n’a pas répondu')</script>");
        Page.SetDefaultTimeout(1_000);
        Assert.That(
            async () => await Expected.ExpectAsync(Page),
            Throws.TypeOf<ScreenException>().With.Message.Contains("après ces erreurs de script").And.Message.Contains("la caméra n’a pas répondu"));
    }

    private static Task ShowAsync(string now, string later) =>
        Page.SetContentAsync(
            $"""
             <h1>{Expected.Title}</h1><p>{now}</p>
             <script>setTimeout(() => document.querySelector("p").textContent = "{later}", 300)</script>
             """);
}
