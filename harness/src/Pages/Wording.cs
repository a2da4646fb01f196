using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Pages;

/// <summary>What people press, tick or fill in, as the guides call it: one entry of <c>fixtures/words.json</c>.</summary>
/// <param name="Text">The words.</param>
/// <param name="Where">Where it is, French.</param>
/// <param name="Optional">Whether a product may do without it: what comes after is there at once.</param>
/// <param name="Additional">Whether the guides do without it: it is pressed only where a target names it.</param>
public sealed record Wording(string Text, string Where, bool Optional, bool Additional)
{
    private static readonly Lazy<(IReadOnlyList<Wording> Words, IReadOnlyList<string> Texts)> Known = new(() =>
        FixtureObject.Load(Path.Combine(Repository.Fixtures, "words.json")).Whole(json => (json.List("words", From), json.Texts("texts"))));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Wording> All => Known.Value.Words;

    /// <summary>What people read in answer, outside the texts of whole screens; a target may say it in other words, too.</summary>
    public static IReadOnlyList<string> Texts => Known.Value.Texts;

    private static Wording From(FixtureObject json) => new(json.Text("text"), json.Text("where"), Flag(json, "optional"), Flag(json, "additional"));

    private static bool Flag(FixtureObject json, string name) => json.Has(name) && json.Boolean(name);
}
