using CardConformance.Harness.Actors;
using CardConformance.Harness.ProSanteConnect;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>A service under test in a browser. It knows of the service what <see cref="TestedService"/> says, and nothing else.</summary>
/// <param name="page">The browser's page.</param>
/// <param name="service">The service.</param>
public sealed class ServicePage(IPage page, TestedService service)
{
    private const string SaysOneOrTheOther =
        """
        ([connected, others]) => {
          const seen = document.body?.innerText.replace(/\s+/g, " ") ?? "";
          return seen.includes(connected) ? "connected" : others.some(one => seen.includes(one)) && "not connected";
        }
        """;

    // Beyond what the service may take: the browser's own time.
    private const float MarginMilliseconds = 10_000;

    private float LimitMilliseconds => (float)service.AnswersWithin.TotalMilliseconds + MarginMilliseconds;

    /// <summary>Begins a login at the service's home; ends with the next page, the login page or another one of the service.</summary>
    public async Task BeginLoginAsync()
    {
        page.SetDefaultNavigationTimeout(LimitMilliseconds);
        await page.GotoAsync(service.Home.ToString());
        foreach (string words in service.Login.SkipLast(1))
        {
            await Control(words).ClickAsync();
        }

        string before = page.Url;
        Task left = page.WaitForURLAsync(address => address != before, new() { WaitUntil = WaitUntilState.Commit });
        await Task.WhenAll(left, Control(service.Login[^1]).ClickAsync());

        // Until its scripts are there, nobody can use it by the keyboard.
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until the page says whether somebody is logged in.</summary>
    /// <exception cref="ScreenException">It says neither; the message says what is seen.</exception>
    public async Task<bool> IsConnectedAsync()
    {
        try
        {
            IJSHandle said = await page.WaitForFunctionAsync(
                SaysOneOrTheOther, new object[] { service.Connected, service.NotConnected }, new() { Timeout = LimitMilliseconds });
            return await said.JsonValueAsync<string>() == "connected";
        }
        catch (TimeoutException)
        {
            throw new ScreenException(
                $"le service « {service.Name} » ne dit ni « {service.Connected} » ni « {string.Join(" », « ", service.NotConnected)} » ; "
                + $"vu : {await Screen.DescribeAsync(page)}");
        }
    }

    /// <summary>Opens the page that needs a session, and says whether there is one.</summary>
    public async Task<bool> HasSessionAsync()
    {
        await page.GotoAsync(service.Session.ToString());
        return await IsConnectedAsync();
    }

    /// <summary>What of a person the page does not show though it should.</summary>
    /// <param name="person">The person.</param>
    public async Task<IReadOnlyList<string>> FindMissingAsync(Person person)
    {
        string seen = await page.Locator("body").InnerTextAsync();
        return [.. service.Shown.Select(shown => ValueOf(shown, person)).Where(value => !seen.Contains(value, StringComparison.OrdinalIgnoreCase))];
    }

    private static string ValueOf(PersonShown shown, Person person) => shown switch
    {
        PersonShown.FamilyName => person.Entry.FamilyName,
        PersonShown.GivenName => person.Entry.GivenName,
        _ => person.IdentifiantNational,
    };

    private ILocator Control(string words) => page.GetByRole(AriaRole.Link, new() { Name = words }).Or(page.GetByRole(AriaRole.Button, new() { Name = words })).First;
}
