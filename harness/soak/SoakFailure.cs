namespace CardConformance.Soak;

/// <summary>A reader, or pcscd, did not do what it has to.</summary>
/// <param name="message">What, where, and what was expected.</param>
/// <param name="cause">What came of it.</param>
internal sealed class SoakFailure(string message, Exception? cause = null) : Exception(message, cause);
