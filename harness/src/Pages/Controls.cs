using CardConformance.Harness.Targets;
using Microsoft.Playwright;

namespace CardConformance.Harness.Pages;

/// <summary>Finds what a person uses on a page by what it is called, which the target may call otherwise; never by markup.</summary>
internal static class Controls
{
    /// <summary>What is pressed: a link in one product is a button in the next.</summary>
    /// <param name="page">The page.</param>
    /// <param name="words">What the guides call it, as in <c>fixtures/words.json</c>.</param>
    /// <param name="exact">Whether nothing may stand before or after these words.</param>
    internal static ILocator Pressable(this IPage page, string words, bool exact = false)
    {
        string name = Target.OfThisRun.Say(words);
        return page.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact }).Or(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }));
    }

    /// <summary>Presses what leads on, unless the target does without it.</summary>
    /// <param name="control">Finds it.</param>
    /// <param name="words">What the guides call it.</param>
    /// <param name="press">Presses it, or ticks it.</param>
    internal static Task UnlessWithoutAsync(this ILocator control, string words, Func<ILocator, Task> press) =>
        Target.OfThisRun.DoesWithout(words) ? Task.CompletedTask : press(control);

    /// <summary>Presses what the guides do not have, where the target names one.</summary>
    /// <param name="control">Finds it.</param>
    /// <param name="words">What it is called in <c>fixtures/words.json</c>.</param>
    /// <param name="press">Presses it.</param>
    internal static Task OnlyIfNamedAsync(this ILocator control, string words, Func<ILocator, Task> press) =>
        Target.OfThisRun.Names(words) ? press(control) : Task.CompletedTask;

    /// <summary>Something of another kind.</summary>
    /// <param name="page">The page.</param>
    /// <param name="role">Its kind.</param>
    /// <param name="words">What the guides call it.</param>
    internal static ILocator Control(this IPage page, AriaRole role, string words) => page.GetByRole(role, new() { Name = Target.OfThisRun.Say(words) });

    /// <summary>Where the code d'ajout is typed: one field, or a group of six boxes.</summary>
    /// <param name="page">The page.</param>
    internal static ILocator CodeAjoutBoxes(this IPage page) =>
        page.Control(AriaRole.Group, "Code d'ajout").GetByRole(AriaRole.Textbox).Or(page.Control(AriaRole.Textbox, "Code d'ajout"));

    /// <summary>Where something is typed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="words">What the guides call it.</param>
    internal static ILocator Field(this IPage page, string words) => page.GetByLabel(Target.OfThisRun.Say(words));
}
