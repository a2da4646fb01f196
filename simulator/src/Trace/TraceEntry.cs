namespace CardConformance.Simulator.Trace;

/// <summary>One thing that happened between reader and card.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Duration">How long the card took.</param>
/// <param name="Command">
/// The command in hexadecimal, codes as <c>**</c>; or <c>RESET</c>, <c>POWER DOWN</c>, <c>PROTOCOL T0</c>, <c>PROTOCOL T1</c>.
/// </param>
/// <param name="Response">The response in hexadecimal; the ATR after a reset; empty when the card stayed mute.</param>
public sealed record TraceEntry(DateTimeOffset Time, TimeSpan Duration, string Command, string Response);
