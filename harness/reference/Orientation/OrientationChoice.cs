namespace CardConformance.Reference.Orientation;

/// <summary>An answer that somebody can give.</summary>
/// <param name="Words">The answer.</param>
/// <param name="Next">Id of the page that it leads to.</param>
public sealed record OrientationChoice(string Words, string Next);
