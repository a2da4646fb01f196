namespace CardConformance.Harness.Accessibility;

/// <summary>A screen keeps somebody out.</summary>
/// <param name="message">Which rules it breaks, where, and what to do, in French.</param>
public sealed class AccessibilityException(string message) : Exception(message);
