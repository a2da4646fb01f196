namespace CardConformance.Reference.BackEnds;

/// <summary>A back end gave no usable answer.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">The failure of the network, if it was one.</param>
internal sealed class BackEndException(string message, Exception? cause = null) : Exception(message, cause);
