using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CardConformance.Harness.Evidence;

/// <summary>Everything that pages of one scenario put where others could read it: addresses, forms, console, cookies, storage.</summary>
/// <remarks>Kept in memory only, to be searched when the scenario ends.</remarks>
public sealed class BrowserOutput
{
    // Everything that the page of a tab keeps for itself; those of a browser's own pages cannot be asked.
    private const string SessionStorage = "() => location.protocol.startsWith('http') ? JSON.stringify(sessionStorage) : ''";

    private readonly ConcurrentQueue<(string Where, string Text)> _seen = [];
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>Listens to a browser from now on.</summary>
    /// <param name="context">Its profile.</param>
    /// <param name="device">Whose it is.</param>
    public void ListenTo(IBrowserContext context, string device)
    {
        _contexts.Add(context);
        context.Console += (_, message) => _seen.Enqueue(($"{device}, console", message.Text));
        context.Request += (_, request) =>
        {
            string address = request.Url.Split('?')[0];
            _seen.Enqueue(($"{device}, adresse {address}", request.Url));
            if (request.PostData is { } form)
            {
                _seen.Enqueue(($"{device}, formulaire vers {address}", form));
            }
        };
    }

    /// <summary>Adds what the browsers keep: cookies and storage. To be asked while they are open.</summary>
    public async Task LookIntoStorageAsync()
    {
        foreach (IBrowserContext context in _contexts)
        {
            _seen.Enqueue(("cookies et stockage local", await context.StorageStateAsync()));
            foreach (IPage page in context.Pages)
            {
                _seen.Enqueue(("stockage de session", await ReadSessionStorageAsync(page)));
            }
        }
    }

    private static async Task<string> ReadSessionStorageAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>(SessionStorage);
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
        {
            // It is leaving just now; the page that it goes to is of the same tab and keeps the same storage.
            return await page.EvaluateAsync<string>(SessionStorage);
        }
    }

    /// <summary>Where one of some secrets stands, or <see langword="null"/>.</summary>
    /// <param name="secrets">Codes; a longer word or number that holds one does not count.</param>
    public string? Find(IReadOnlyCollection<string> secrets) => _seen.Where(one => HoldsAny(one.Text, secrets)).Select(one => one.Where).FirstOrDefault();

    /// <summary>Whether one of some secrets stands in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">Codes; a longer word or number that holds one does not count.</param>
    public static bool HoldsAny(string text, IReadOnlyCollection<string> secrets) => secrets.Any(secret =>
        text.Contains(secret, StringComparison.Ordinal) && Regex.IsMatch(text, $"(?<![0-9A-Za-z]){Regex.Escape(secret)}(?![0-9A-Za-z])"));
}
