namespace CardConformance.Harness.Pages;

/// <summary>A screen, or a message to a person, is not what it should be.</summary>
/// <param name="message">What was expected and what was seen, in French.</param>
public sealed class ScreenException(string message) : Exception(message);
