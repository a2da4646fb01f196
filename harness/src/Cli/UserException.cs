namespace CardConformance.Harness.Cli;

/// <summary>Something the person at the terminal can mend; the message says what and how.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class UserException(string message) : Exception(message);
