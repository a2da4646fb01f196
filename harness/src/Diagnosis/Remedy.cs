using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Diagnosis;

/// <summary>What somebody can do about it.</summary>
/// <param name="Words">French where the guides have words for it, as they stand there; English otherwise.</param>
/// <param name="Source">Id of the guides' text in <c>fixtures/sources/screens.csv</c>, or <c>ours</c>.</param>
internal sealed record Remedy(string Words, string Source)
{
    private const string Own = "ours";

    /// <summary>ANS's support.</summary>
    internal static Remedy Support => OfGuide("S033");

    /// <summary>In the guides' words.</summary>
    /// <param name="id">Which text of the guides.</param>
    internal static Remedy OfGuide(string id) => new(GuideText.All.First(text => text.Id == id).Text, id);

    /// <summary>In our words.</summary>
    /// <param name="words">What to do.</param>
    internal static Remedy Ours(string words) => new(words, Own);
}
