namespace CardConformance.Simulator.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultEffect
{
    /// <summary>The card does not answer; it did not carry out the command either.</summary>
    Mute,

    /// <summary>The card is pulled out while the command is on its way, before it is carried out.</summary>
    Removal,
}
