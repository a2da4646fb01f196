namespace CardConformance.Reference.Rights;

/// <summary>A line of the table: what everybody of a profession may do with a kind of card.</summary>
/// <param name="Profession">The profession, as the table names it.</param>
/// <param name="Card">The card, as the table names it.</param>
/// <param name="Rights">One for each service, in their order.</param>
public sealed record HolderRights(string Profession, string Card, IReadOnlyList<Right> Rights);
