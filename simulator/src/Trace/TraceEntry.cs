namespace CardConformance.Simulator.Trace;

/// <summary>One thing that happened between reader and card.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Duration">How long the card took.</param>
/// <param name="Command">
/// The command in hexadecimal, codes as <c>**</c>; or <c>RESET</c>, <c>POWER DOWN</c>, <c>PROTOCOL T0</c>, <c>PROTOCOL T1</c>.
/// </param>
/// <param name="Response">
/// The response in hexadecimal; the ATR after a reset; <c>MUTE</c> when the card did not answer, <c>REMOVED</c> when it was pulled out
/// before it could; <c>accepted</c> or <c>refused</c> after a protocol; empty after power down.
/// </param>
public sealed record TraceEntry(DateTimeOffset Time, TimeSpan Duration, string Command, string Response);
