namespace CardConformance.Features.Hooks;

/// <summary>Something that holds after every scenario does not hold after this one.</summary>
/// <param name="message">What does not.</param>
public sealed class BreachException(string message) : Exception(message);
