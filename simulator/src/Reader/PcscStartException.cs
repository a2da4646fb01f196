namespace CardConformance.Simulator.Reader;

/// <summary>pcscd cannot be started; the message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class PcscStartException(string message) : Exception(message);
