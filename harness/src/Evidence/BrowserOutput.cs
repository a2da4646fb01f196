using System.Collections.Concurrent;
using CardConformance.Harness.Leaks;
using Microsoft.Playwright;

namespace CardConformance.Harness.Evidence;

/// <summary>Everything that pages of one scenario show, or put where others could read it: addresses, forms, console, cookies, storage.</summary>
/// <remarks>Kept in memory only, to be searched when the scenario ends.</remarks>
public sealed class BrowserOutput
{
    // Everything that the page of a tab keeps for itself, and what stands in it, seen or not; a browser's own pages cannot be asked.
    private const string SessionStorageAndPage =
        "() => location.protocol.startsWith('http') ? [JSON.stringify(sessionStorage), document.documentElement.outerHTML] : ['', '']";

    private readonly ConcurrentQueue<Output> _seen = [];
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>All of it, as far as it was looked at.</summary>
    public IReadOnlyCollection<Output> Seen => _seen;

    /// <summary>Listens to a browser from now on.</summary>
    /// <param name="context">Its profile.</param>
    /// <param name="device">Whose it is.</param>
    public void ListenTo(IBrowserContext context, string device)
    {
        _contexts.Add(context);
        context.Console += (_, message) => _seen.Enqueue(new(Place.Console, $"{device}, console", message.Text));
        context.Request += (_, request) =>
        {
            string address = request.Url.Split('?')[0];
            _seen.Enqueue(new(Place.Address, $"{device}, adresse {address}", request.Url));
            if (request.PostData is { } form)
            {
                _seen.Enqueue(new(Place.Form, $"{device}, formulaire vers {address}", form));
            }
        };
    }

    /// <summary>Adds what stands in a page now, seen or not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="device">Whose screen.</param>
    public async Task LookAtPageAsync(IPage page, string device) =>
        _seen.Enqueue(new(Place.Page, $"{device}, page {ShownAddress.Of(page.Url)}", (await ReadAsync(page))[1]));

    /// <summary>Adds what the browsers keep and show at the end: cookies, storage, the pages in front. To be asked while they are open.</summary>
    public async Task LookIntoStorageAsync()
    {
        foreach (IBrowserContext context in _contexts)
        {
            _seen.Enqueue(new(Place.Cookie, "cookies et stockage local", await context.StorageStateAsync()));
            foreach (IPage page in context.Pages)
            {
                string[] kept = await ReadAsync(page);
                _seen.Enqueue(new(Place.SessionStorage, "stockage de session", kept[0]));
                _seen.Enqueue(new(Place.Page, $"page {ShownAddress.Of(page.Url)}", kept[1]));
            }
        }
    }

    private static async Task<string[]> ReadAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string[]>(SessionStorageAndPage);
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
        {
            // It is leaving just now; the page that it goes to is of the same tab and keeps the same storage.
            return await page.EvaluateAsync<string[]>(SessionStorageAndPage);
        }
    }
}
