namespace CardConformance.Simulator.Profiles;

/// <summary>A card was asked for by a name that no profile has.</summary>
/// <param name="name">The name.</param>
/// <param name="known">The names that exist.</param>
public sealed class UnknownCardException(string name, IReadOnlyList<string> known)
    : Exception($"there is no card \"{name}\"; known cards: {string.Join(", ", known)}.");
