namespace CardConformance.Simulator.Profiles;

/// <summary>A card was asked for by words that do not fit any.</summary>
/// <param name="message">Which words, and which are known.</param>
public sealed class UnknownCardException(string message) : Exception(message)
{
    internal static UnknownCardException Named(string name, IEnumerable<string> known) =>
        new($"there is no card \"{name}\"; known cards: {string.Join(", ", known)}.");
}
