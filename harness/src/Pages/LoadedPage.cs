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

    /// <summary>Does what sends a page, and waits until the one that answers it is whole, which may look the same.</summary>
    /// <remarks>Answers come at once or by way of a redirection: what is waited for is a document other than the one of before.</remarks>
    internal static async Task RunAndWaitForNextPageAsync(this IPage page, Func<Task> send)
    {
        await page.EvaluateAsync("window.isTheOneOfBefore = true");
        await send();
        await page.WaitForFunctionAsync("!window.isTheOneOfBefore && document.readyState === 'complete'");
    }
}
