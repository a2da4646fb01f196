namespace CardConformance.Harness.Pcsc;

/// <summary>Transmission protocols, as bits of the PC/SC API.</summary>
[Flags]
public enum PcscProtocol
{
    /// <summary>None agreed.</summary>
    None = 0,

    /// <summary>T=0.</summary>
    T0 = 1,

    /// <summary>T=1.</summary>
    T1 = 2,

    /// <summary>Whichever the card prefers.</summary>
    Any = T0 | T1,
}
