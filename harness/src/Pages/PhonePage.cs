using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The phone application's pages: the only place that knows how to find things on them.</summary>
/// <param name="page">The phone's page.</param>
public sealed partial class PhonePage(IPage page)
{
    /// <summary>Begins, and accepts the conditions: the camera is on afterwards.</summary>
    public async Task StartActivationAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "COMMENCER L'ACTIVATION" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Accepter les conditions générales d'utilisation" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "CONTINUER" }).ClickAsync();
    }

    /// <summary>Begins the scanning again.</summary>
    public Task RestartAsync() => page.GetByRole(AriaRole.Link, new() { Name = "RECOMMENCER" }).ClickAsync();

    /// <summary>Answers whether the e-CPS of before is to be replaced.</summary>
    /// <param name="replace">Replaced, or kept.</param>
    public Task AnswerReplacementAsync(bool replace) =>
        page.GetByRole(AriaRole.Button, new() { Name = replace ? "REMPLACER MON E-CPS" : "CONSERVER MON E-CPS" }).ClickAsync();

    /// <summary>Begins: the conditions are shown.</summary>
    public Task OpenConditionsAsync() => page.GetByRole(AriaRole.Link, new() { Name = "COMMENCER L'ACTIVATION" }).ClickAsync();

    /// <summary>Ticks that the conditions are accepted, without going on.</summary>
    public Task TickConditionsAsync() =>
        page.GetByRole(AriaRole.Checkbox, new() { Name = "Accepter les conditions générales d'utilisation" }).CheckAsync();

    /// <summary>Goes on.</summary>
    public Task ContinueAsync() => page.GetByRole(AriaRole.Button, new() { Name = "CONTINUER" }).ClickAsync();

    /// <summary>Refuses the conditions.</summary>
    public Task RefuseConditionsAsync() => page.GetByRole(AriaRole.Button, new() { Name = "REFUSER" }).ClickAsync();

    /// <summary>Goes back to the conditions after having refused them.</summary>
    public Task ReturnToConditionsAsync() => page.GetByRole(AriaRole.Link, new() { Name = "REVENIR AUX CONDITIONS" }).ClickAsync();

    /// <summary>Tries again what did not work for want of a network.</summary>
    public Task RetryAsync() => page.GetByRole(AriaRole.Button, new() { Name = "RÉESSAYER" }).ClickAsync();

    /// <summary>The code d'ajout on the screen.</summary>
    public Task<string> ReadCodeAjoutAsync() => page.GetByText(CodeAjout()).InnerTextAsync();

    [GeneratedRegex("^[A-Z][0-9]{5}$")]
    private static partial Regex CodeAjout();
}
