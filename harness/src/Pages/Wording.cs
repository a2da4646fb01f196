using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Pages;

/// <summary>What people press, tick or fill in, as the guides call it: one entry of <c>fixtures/words.json</c>.</summary>
/// <param name="Text">The words.</param>
/// <param name="Where">Where it is, French.</param>
/// <param name="Optional">Whether a product may do without it: what comes after is there at once.</param>
public sealed record Wording(string Text, string Where, bool Optional)
{
    private static readonly Lazy<IReadOnlyList<Wording>> Known = new(() =>
        FixtureObject.Load(Path.Combine(Repository.Fixtures, "words.json")).Whole(json => json.List("words", From)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Wording> All => Known.Value;

    private static Wording From(FixtureObject json) => new(json.Text("text"), json.Text("where"), json.Has("optional") && json.Boolean("optional"));
}
