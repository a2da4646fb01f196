using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>Waits for whole pages.</summary>
internal static class LoadedPage
{
    /// <summary>
    /// Waits until a page is whole: an error takes the focus by then, and what is typed before would go astray.
    /// </summary>
    /// <remarks>
    /// Asks the page itself. Playwright's own <c>WaitForLoadStateAsync</c> sometimes misses an end that comes just when it begins to wait,
    /// and waits for ever.
    /// </remarks>
    internal static Task WaitUntilLoadedAsync(this IPage page) => page.WaitForFunctionAsync("document.readyState === 'complete'");
}
