using System.Collections.Concurrent;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;
using Microsoft.Playwright;

namespace CardConformance.Harness.Accessibility;

/// <summary>Looks at each screen of a run once, and once more when an error stands on it: can everybody use it?</summary>
/// <remarks>Thread-safe. The scenario that reaches a bad screen first fails by it; the others are about something else.</remarks>
public sealed class AccessibilityCheck
{
    // Said aloud only where the focus is: a page that comes from a server whole announces nothing by itself.
    private const string ErrorHasFocus =
        """
        () => [...document.querySelectorAll('[role=alert]')].filter(alert => alert.innerText.trim()).every(alert => {
          for (let place = document.activeElement; place && place !== document.body; place = place.parentElement) {
            const describedBy = (place.getAttribute('aria-describedby') ?? '').split(/\s+/);
            if (place === alert || alert.id && describedBy.includes(alert.id)) {
              return true;
            }
          }
          return false;
        })
        """;

    private readonly ConcurrentDictionary<string, bool> _seen = [];

    /// <summary>Checks a screen, unless that was done in this run.</summary>
    /// <param name="page">Where it is.</param>
    /// <param name="screen">Which one it is.</param>
    /// <param name="evidence">Where is written that it was checked.</param>
    /// <exception cref="AccessibilityException">It keeps somebody out; the message says where and what to do.</exception>
    public async Task CheckAsync(IPage page, Screen screen, ScenarioEvidence evidence)
    {
        bool hasError = await page.GetByRole(AriaRole.Alert).CountAsync() > 0;
        if (!_seen.TryAdd(hasError ? $"{screen.Id} avec erreur" : screen.Id, true))
        {
            return;
        }

        await CheckAsync(page, screen.Name, hasError);
        evidence.Add(new Remark($"Accessibilité de l'écran « {screen.Name} » vérifiée (WCAG 2.1 AA, axe-core)."));
    }

    internal static async Task CheckAsync(IPage page, string screen, bool hasError)
    {
        if (await AxeCore.RunAsync(page) is { Count: > 0 } violations)
        {
            throw new AccessibilityException(
                $"l'écran « {screen} » n'est pas accessible à tous :\n{string.Join('\n', violations.SelectMany(Describe))}");
        }

        if (hasError)
        {
            await ExpectFocusOnErrorAsync(page, screen);
        }
    }

    private static async Task ExpectFocusOnErrorAsync(IPage page, string screen)
    {
        try
        {
            await page.WaitForFunctionAsync(ErrorHasFocus);
        }
        catch (TimeoutException)
        {
            throw new AccessibilityException(
                $"l'écran « {screen} » n'est pas accessible à tous : l'erreur n'a pas reçu le focus, un lecteur d'écran ne la lit pas.\n"
                + "  À faire : donner le focus au message (role=\"alert\", tabindex=\"-1\"), ou au champ qu'il décrit (aria-describedby).");
        }
    }

    private static IEnumerable<string> Describe(AxeViolation violation) =>
        from element in violation.Nodes
        select $"- {violation.Help} (règle {violation.Id})\n  Élément : {element.Html}\n  À faire : {element.FailureSummary.ReplaceLineEndings("\n    ")}";
}
