using System.Text.Json;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>The list of somebody's services, and the services that open from it: the only place that knows how to find things there.</summary>
/// <param name="page">The browser's page.</param>
public sealed class ServicesPage(IPage page)
{
    // Each service is asked for by the browser's own session, and its page is read without leaving the list.
    private const string ReadAll =
        """
        async () => JSON.stringify(await Promise.all([...document.querySelectorAll("main tbody tr")].map(async row => {
          const link = row.querySelector("a");
          const cell = row.querySelector("td");
          const right = cell.querySelector("strong").textContent.trim();
          const answer = await fetch(link.href);
          const service = new DOMParser().parseFromString(await answer.text(), "text/html");
          return {
            name: link.textContent.trim(),
            right,
            words: cell.textContent.trim().slice(right.length).trim(),
            status: answer.status,
            title: service.querySelector("h1").textContent.trim(),
            text: [...service.querySelectorAll("h1, main p")].map(part => part.textContent.trim()).join(" "),
          };
        })))
        """;

    /// <summary>Goes to the list from the person's own page.</summary>
    public Task OpenAsync() => page.Pressable("Vos services").ClickAsync();

    /// <summary>Asks for the list by its address, from wherever.</summary>
    /// <param name="portal">The portal's address.</param>
    public Task AskForAsync(Uri portal) => page.GotoAsync(new Uri(portal, "services").ToString());

    /// <summary>Opens a service of the list.</summary>
    /// <param name="service">Its name.</param>
    public Task OpenServiceAsync(string service) => page.GetByRole(AriaRole.Link, new() { Name = service, Exact = true }).ClickAsync();

    /// <summary>Reads the list, and what each of its services answers.</summary>
    public async Task<IReadOnlyList<ListedService>> ReadAsync() =>
        JsonSerializer.Deserialize<ListedService[]>(await page.EvaluateAsync<string>(ReadAll), JsonSerializerOptions.Web)!;
}
