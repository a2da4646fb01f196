using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The phone application's pages: the only place that knows how to find things on them.</summary>
/// <param name="page">The phone's page.</param>
public sealed partial class PhonePage(IPage page)
{
    private ILocator CodeField => page.Field("Code d'activation");

    /// <summary>Begins, and accepts the conditions: the camera is on afterwards.</summary>
    public async Task StartActivationAsync()
    {
        await page.Pressable("COMMENCER L'ACTIVATION").ClickAsync();
        await TickConditionsAsync();
        await ContinueAsync();
    }

    /// <summary>Begins the scanning again.</summary>
    public Task RestartAsync() => page.Pressable("RECOMMENCER").ClickAsync();

    /// <summary>Answers whether the e-CPS of before is to be replaced.</summary>
    /// <param name="replace">Replaced, or kept.</param>
    public Task AnswerReplacementAsync(bool replace) =>
        page.Pressable(replace ? "REMPLACER MON E-CPS" : "CONSERVER MON E-CPS").ClickAsync();

    /// <summary>Begins: the conditions are shown.</summary>
    public Task OpenConditionsAsync() => page.Pressable("COMMENCER L'ACTIVATION").ClickAsync();

    /// <summary>Ticks that the conditions are accepted, without going on.</summary>
    public Task TickConditionsAsync() =>
        page.Control(AriaRole.Checkbox, "Accepter les conditions générales d'utilisation")
            .UnlessWithoutAsync("Accepter les conditions générales d'utilisation", box => box.CheckAsync());

    /// <summary>Goes on.</summary>
    public Task ContinueAsync() => page.Pressable("CONTINUER").UnlessWithoutAsync("CONTINUER", button => button.ClickAsync());

    /// <summary>Refuses the conditions.</summary>
    public Task RefuseConditionsAsync() => page.Pressable("REFUSER").ClickAsync();

    /// <summary>Goes back to the conditions after having refused them.</summary>
    public Task ReturnToConditionsAsync() => page.Pressable("REVENIR AUX CONDITIONS").ClickAsync();

    /// <summary>Tries again what did not work.</summary>
    public Task RetryAsync() => page.Pressable("RÉESSAYER").ClickAsync();

    /// <summary>The code d'ajout on the screen.</summary>
    public Task<string> ReadCodeAjoutAsync() => page.GetByText(CodeAjout()).InnerTextAsync();

    /// <summary>Goes to the request for an activation without a card, from where the camera is on.</summary>
    public Task OpenRequestAsync() => page.Pressable("Envoyer une demande d'activation").ClickAsync();

    /// <summary>Asks for an activation without a card.</summary>
    /// <param name="identifier">What to type as national identifier.</param>
    public async Task RequestActivationAsync(string identifier)
    {
        await page.Field("Votre identifiant RPPS").FillAsync(identifier);
        await page.Pressable("Envoyer ma demande d'activation").ClickAsync();
    }

    /// <summary>The same, and waits until the answer has come: the form may be the same afterwards, with the same complaint.</summary>
    /// <param name="identifier">What to type as national identifier.</param>
    public Task RequestActivationAndWaitAsync(string identifier) => page.RunAndWaitForNextPageAsync(() => RequestActivationAsync(identifier));

    /// <summary>Asks for a code by SMS.</summary>
    public Task AskForSmsAsync() => page.Pressable("Par SMS").ClickAsync();

    /// <summary>Asks for another SMS.</summary>
    public Task AskForAnotherSmsAsync() => page.Pressable("Renvoyer le SMS").ClickAsync();

    /// <summary>Asks for another e-mail.</summary>
    public Task AskForAnotherMailAsync() => page.Pressable("Renvoyer le courriel").ClickAsync();

    /// <summary>Types the code of an SMS; the page sends it by itself when it is full.</summary>
    /// <param name="code">Six digits.</param>
    public async Task EnterCodeAsync(string code)
    {
        await page.WaitUntilLoadedAsync();
        await CodeField.PressSequentiallyAsync(code);
    }

    /// <summary>Lets the phone fill in the code of an SMS, as phones do where a page says that it waits for one.</summary>
    /// <param name="code">Six digits.</param>
    /// <exception cref="ScreenException">The page does not say so.</exception>
    public async Task FillCodeAutomaticallyAsync(string code)
    {
        if (await CodeField.GetAttributeAsync("autocomplete") != "one-time-code")
        {
            throw new ScreenException("le champ du code ne dit pas au téléphone qu'il attend le code d'un SMS");
        }

        await CodeField.FillAsync(code);
    }

    /// <summary>Types a wrong code, and waits until the page counts the tries left.</summary>
    /// <param name="code">Six digits.</param>
    /// <param name="left">Tries left afterwards.</param>
    public async Task EnterWrongCodeAsync(string code, int left)
    {
        await EnterCodeAsync(code);
        await Screen.ExpectTextAsync(page, $"Il vous reste {left} essai");
    }

    /// <summary>Says that an information was read.</summary>
    public Task AcknowledgeAsync() => page.GetByText("OK", new() { Exact = true }).ClickAsync();

    /// <summary>Follows the advice to activate with the card.</summary>
    public Task FollowCardAdviceAsync() => page.Pressable("Activer mon e-CPS avec ma carte").ClickAsync();

    /// <summary>Starts everything anew.</summary>
    public Task RestartWithoutCardAsync() => page.Pressable("RECOMMENCER L'ACTIVATION").ClickAsync();

    /// <summary>What the page says is wrong.</summary>
    public Task<string> ErrorAsync() => ErrorMessage.OnAsync(page);

    [GeneratedRegex("^[A-Z][0-9]{5}$")]
    private static partial Regex CodeAjout();
}
