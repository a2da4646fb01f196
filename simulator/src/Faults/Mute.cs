namespace CardConformance.Simulator.Faults;

/// <summary>The card does not answer; it did not carry out the command either.</summary>
public sealed record Mute : FaultEffect;
