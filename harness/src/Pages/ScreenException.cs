using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Pages;

/// <summary>A screen, or a message to a person, is not what it should be.</summary>
/// <param name="message">What was expected and what was seen, in French.</param>
/// <param name="mismatch">The same, each for itself, where both are known.</param>
public sealed class ScreenException(string message, Mismatch? mismatch = null) : Exception(message)
{
    /// <summary>What was expected and what was seen, where both are known.</summary>
    public Mismatch? Mismatch { get; } = mismatch;
}
