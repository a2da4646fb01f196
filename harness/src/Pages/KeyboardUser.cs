using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>Somebody without a mouse: goes over a page with the Tab key and sees where they are.</summary>
/// <param name="page">The page.</param>
public sealed class KeyboardUser(IPage page)
{
    // No page of an activation has nearly as many.
    private const int MostStops = 60;

    private const string IsReached = "element => element === document.activeElement";

    // An outline, or something else that is drawn around it.
    private const string ShowsFocus =
        """
        element => {
          const style = getComputedStyle(element);
          return element.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
        }
        """;

    /// <summary>Goes to something and presses it.</summary>
    /// <param name="wanted">What to press.</param>
    /// <param name="key">With which key.</param>
    /// <exception cref="ScreenException">The Tab key does not get there, or does not show it.</exception>
    public async Task PressAsync(ILocator wanted, string key = "Enter")
    {
        await ReachAsync(wanted);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes to a field and types.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What to type.</param>
    /// <exception cref="ScreenException">The Tab key does not get there, or does not show it.</exception>
    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to something.</summary>
    /// <param name="wanted">Where to.</param>
    /// <exception cref="ScreenException">The Tab key does not get there, or does not show it.</exception>
    public async Task ReachAsync(ILocator wanted)
    {
        await wanted.WaitForAsync();
        for (int stop = 0; !await wanted.EvaluateAsync<bool>(IsReached); stop++)
        {
            if (stop == MostStops)
            {
                throw new ScreenException($"le clavier n'atteint pas {await OuterAsync(wanted)} ; vu : {await Screen.DescribeAsync(page)}");
            }

            await page.Keyboard.PressAsync("Tab");
        }

        if (!await wanted.EvaluateAsync<bool>(ShowsFocus))
        {
            throw new ScreenException($"au clavier, on ne voit pas que l'on est sur {await OuterAsync(wanted)}");
        }
    }

    private static Task<string> OuterAsync(ILocator element) => element.EvaluateAsync<string>("element => element.outerHTML");
}
