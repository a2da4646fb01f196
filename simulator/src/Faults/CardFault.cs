namespace CardConformance.Simulator.Faults;

/// <summary>One fault: what goes wrong, at which command, and how often.</summary>
/// <param name="Effect">What goes wrong.</param>
/// <param name="Ins">At which instruction; <see langword="null"/> for any.</param>
/// <param name="Times">How many times, then the card works again; at least 1.</param>
public sealed record CardFault(FaultEffect Effect, byte? Ins = null, int Times = 1);
