using CardConformance.Harness.Accessibility;
using CardConformance.Harness.Browsers;
using Microsoft.Playwright;

namespace CardConformance.Harness.Tests.Accessibility;

/// <summary>What keeps people out of a page is found, with rule, element and remedy; a page for everybody is let pass.</summary>
/// <remarks>All look at one page, one after the other.</remarks>
[NonParallelizable]
public sealed class AccessibilityCheckTests
{
    private static BrowserHost? _browsers;
    private static IPage? _page;

    private static IPage Page => _page ?? throw new InvalidOperationException("the browser was not started");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _browsers = await BrowserHost.StartAsync();
        _page = await (await _browsers.NewDesktopAsync()).NewPageAsync();
        _page.SetDefaultTimeout(1000);
    }

    [OneTimeTearDown]
    public static async Task StopAsync() => await (_browsers?.DisposeAsync() ?? ValueTask.CompletedTask);

    [TestCase("<p>Bonjour</p><label>Code <input name=\"code\"></label>", TestName = "Labelled_field")]
    [TestCase("<p role=\"alert\" tabindex=\"-1\" autofocus>Code faux</p>", TestName = "Focus_on_the_error")]
    [TestCase("<p role=\"alert\" id=\"erreur\">Code faux</p><label>Code <input aria-describedby=\"aide erreur\" autofocus></label>", TestName = "Focus_on_the_field")]
    [TestCase("<p role=\"alert\"></p>", TestName = "Place_for_errors_without_one")]
    public async Task Page_for_everybody_passes(string body)
    {
        await ShowAsync(body);
        await AccessibilityCheck.CheckAsync(Page, "Essai", hasError: true);
    }

    [TestCase("<input name=\"code\">", "label", "<input name=\"code\">", TestName = "Field_without_label")]
    [TestCase("<p style=\"color: #aaa; background: #fff\">Pâle</p>", "color-contrast", "Pâle", TestName = "Pale_text")]
    [TestCase("<img src=\"data:,\">", "image-alt", "<img src=\"data:,\">", TestName = "Picture_without_text")]
    [TestCase("<button></button>", "button-name", "<button></button>", TestName = "Button_without_name")]
    public async Task Rule_element_and_remedy_are_named(string body, string rule, string element)
    {
        await ShowAsync(body);
        string message = Complain().Message;
        Assert.That(message, Does.StartWith("l'écran « Essai » n'est pas accessible à tous :\n"));
        Assert.That(message, Does.Contain($"(règle {rule})").And.Contain(element).And.Contain("À faire : Corriger"));
    }

    [TestCase("<p role=\"alert\">Code faux</p>", TestName = "Focus_nowhere")]
    [TestCase("<p role=\"alert\" id=\"erreur\">Code faux</p><label>Code <input autofocus></label>", TestName = "Focus_on_another_field")]
    public async Task Error_without_focus_is_named(string body)
    {
        await ShowAsync(body);
        Assert.That(Complain().Message, Does.Contain("l'erreur n'a pas reçu le focus"));
    }

    private static AccessibilityException Complain() => Assert.ThrowsAsync<AccessibilityException>(() => AccessibilityCheck.CheckAsync(Page, "Essai", hasError: true))!;

    private static async Task ShowAsync(string body)
    {
        await Page.SetContentAsync(
            $"<!DOCTYPE html><html lang=\"fr\"><head><title>Essai</title></head><body><main><h1>Essai</h1>{body}</main></body></html>");

        // A page that is only written anew has had its autofocus.
        await Page.EvaluateAsync("document.querySelector('[autofocus]')?.focus()");
    }
}
