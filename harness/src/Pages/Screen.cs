using System.Text.RegularExpressions;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Profiles;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>A screen that a person can meet, as <c>fixtures/screens.json</c> describes it.</summary>
/// <param name="Id">What pages of the reference carry as <c>data-ecran</c>.</param>
/// <param name="Name">What features call it.</param>
/// <param name="Device">Where it shows: <c>ordinateur</c> or <c>téléphone</c>.</param>
/// <param name="Cause">Why somebody sees it, French.</param>
/// <param name="Title">Its heading, word for word.</param>
/// <param name="Texts">What else has to stand on it, word for word.</param>
/// <param name="Next">What the person can do, French.</param>
/// <param name="Contact">Whom to call, or <see langword="null"/> where the screen does not say.</param>
/// <param name="Sources">Ids of the guides' texts, sections, or <c>ours</c>.</param>
public sealed partial record Screen(
    string Id, string Name, string Device, string Cause, string Title, IReadOnlyList<string> Texts, IReadOnlyList<string> Next, string? Contact,
    IReadOnlyList<string> Sources)
{
    private static readonly Lazy<IReadOnlyList<Screen>> Known = new(Load);

    // Titles do not tell screens apart: the one before may have the same, and still be there.
    private const string ShowsAll =
        """
        texts => {
          const seen = document.body.innerText.replace(/\s+/g, " ");
          return texts.every(text => seen.includes(text));
        }
        """;

    /// <summary>All screens.</summary>
    public static IReadOnlyList<Screen> All => Known.Value;

    /// <summary>The screen with a name.</summary>
    /// <param name="name">What features call it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the known ones.</exception>
    public static Screen Named(string name) =>
        Known.Value.FirstOrDefault(screen => screen.Name == name)
        ?? throw new ArgumentException(
            $"l'écran « {name} » n'existe pas ; écrans connus : {string.Join(", ", Known.Value.Select(screen => $"« {screen.Name} »"))}.");

    /// <summary>Waits until the screen is there, and compares its texts.</summary>
    /// <param name="page">Where it should be.</param>
    /// <exception cref="ScreenException">Another screen is there, or a text is missing; the message says what is seen.</exception>
    public Task ExpectAsync(IPage page) => Target.OfThisRun.Say(this).ExpectAsShownAsync(page);

    private async Task ExpectAsShownAsync(IPage page)
    {
        try
        {
            await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = Title, Exact = true }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            string seen = await DescribeAsync(page);
            throw new ScreenException(
                $"écran attendu : « {Title} », qui n'est pas venu en {PageTimeouts.ActionMilliseconds / 1000} s ; vu ensuite : {seen}",
                new Mismatch($"« {Title} »", seen, Id));
        }

        try
        {
            await page.WaitForFunctionAsync(ShowsAll, Texts.Select(Normalize));
        }
        catch (TimeoutException)
        {
            string seen = Normalize(await page.Locator("body").InnerTextAsync());
            string missing = Texts.FirstOrDefault(text => !seen.Contains(Normalize(text), StringComparison.Ordinal)) ?? string.Join(" », « ", Texts);
            throw new ScreenException($"écran « {Title} », texte attendu : « {missing} » ; vu : « {seen} »", new Mismatch($"« {missing} »", $"« {seen} »", Id));
        }
    }

    /// <summary>Waits until a text is on a page.</summary>
    /// <param name="page">Where it should be.</param>
    /// <param name="text">The text, or a part of it.</param>
    /// <exception cref="ScreenException">It does not come; the message says what is seen.</exception>
    public static async Task ExpectTextAsync(IPage page, string text)
    {
        try
        {
            await page.GetByText(Target.OfThisRun.Say(text)).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            string seen = await DescribeAsync(page);
            throw new ScreenException(
                $"texte attendu : « {text} », qui n'est pas venu en {PageTimeouts.ActionMilliseconds / 1000} s ; vu ensuite : {seen}",
                new Mismatch($"« {text} »", seen));
        }
    }

    /// <summary>What is on a page, in a few words, and what went wrong in its scripts.</summary>
    /// <param name="page">The page.</param>
    public static async Task<string> DescribeAsync(IPage page)
    {
        string seen = $"« {Normalize(await page.Locator("body").InnerTextAsync())} » (page « {await page.TitleAsync()} »)";
        IReadOnlyList<string> errors = await page.PageErrorsAsync();
        return errors.Count == 0 ? seen : $"{seen}, après ces erreurs de script : {string.Join(" ; ", errors.Select(Normalize))}";
    }

    private static IReadOnlyList<Screen> Load() =>
        FixtureObject.Load(Path.Combine(Repository.Fixtures, "screens.json")).Whole(json => json.List("screens", From));

    private static Screen From(FixtureObject json)
    {
        string title = json.Text("title");
        return new(
            json.Text("id"),
            json.OptionalText("name") ?? title,
            json.Choice("device", [Workstation.Device, Phone.Device]),
            json.Text("cause"),
            title,
            json.Texts("texts"),
            json.Texts("next"),
            json.OptionalText("contact"),
            json.Texts("sources"));
    }

    private static string Normalize(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
