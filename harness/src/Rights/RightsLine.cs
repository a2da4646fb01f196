namespace CardConformance.Harness.Rights;

/// <summary>What everybody of a profession may do with a card: one line of <c>fixtures/professions.csv</c> and of <c>fixtures/rights.csv</c>.</summary>
/// <param name="Profession">The profession, as the guide names it.</param>
/// <param name="Card">The card, as the guide names it.</param>
/// <param name="Profiles">Names of the card profiles.</param>
/// <param name="Marks">The mark of each service, by the service's name.</param>
public sealed record RightsLine(string Profession, string Card, IReadOnlyList<string> Profiles, IReadOnlyDictionary<string, Mark> Marks)
{
    /// <summary>Profession and card.</summary>
    public override string ToString() => $"{Profession}, carte {Card}";
}
