namespace CardConformance.Harness.Targets;

/// <summary>How a product's screen differs in text from the one of the guides.</summary>
/// <param name="Id">Which one, as in <c>fixtures/screens.json</c>.</param>
/// <param name="Title">Its heading, or <see langword="null"/> for that of the guides.</param>
/// <param name="Texts">What else has to stand on it, or <see langword="null"/> for what the guides say.</param>
public sealed record TargetScreen(string Id, string? Title, IReadOnlyList<string>? Texts);
