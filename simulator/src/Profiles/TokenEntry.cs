namespace CardConformance.Simulator.Profiles;

/// <summary>What EF.TokenInfo of a card generation says.</summary>
/// <param name="Manufacturer">Manufacturer, as middlewares show it.</param>
/// <param name="LabelPrefix">First part of the label; a hyphen and the card number follow.</param>
/// <param name="LastUpdate">Date as ASN.1 GeneralizedTime, for example <c>20100316110000Z</c>.</param>
/// <param name="Algorithms">The algorithms that the card announces.</param>
public sealed record TokenEntry(string Manufacturer, string LabelPrefix, string LastUpdate, IReadOnlyList<AlgorithmEntry> Algorithms)
{
    internal static TokenEntry From(FixtureObject json) => new(
        json.Text("manufacturer"),
        json.Text("labelPrefix"),
        json.Text("lastUpdate"),
        json.List("algorithms", AlgorithmEntry.From));
}
