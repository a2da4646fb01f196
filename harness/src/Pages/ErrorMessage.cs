using CardConformance.Harness.Actors;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The message with which a page refuses what somebody typed.</summary>
internal static class ErrorMessage
{
    /// <summary>Waits for it.</summary>
    /// <param name="page">The page.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="ScreenException">It does not come; the message says what is seen.</exception>
    internal static async Task<string> OnAsync(IPage page)
    {
        try
        {
            return await page.GetByRole(AriaRole.Alert).InnerTextAsync();
        }
        catch (TimeoutException)
        {
            throw new ScreenException(
                $"message d'erreur attendu, qui n'est pas venu en {PageTimeouts.ActionMilliseconds / 1000} s ; vu ensuite : {await Screen.DescribeAsync(page)}");
        }
    }
}
