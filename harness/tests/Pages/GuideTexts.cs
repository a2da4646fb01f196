using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Pages;

/// <summary>The texts of the public guides, word for word, by id.</summary>
internal static class GuideTexts
{
    internal static IReadOnlyDictionary<string, string> ById { get; } = GuideText.All.ToDictionary(text => text.Id, text => text.Text);
}
