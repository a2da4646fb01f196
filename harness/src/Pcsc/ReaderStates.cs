namespace CardConformance.Harness.Pcsc;

/// <summary>State bits of a reader, <c>SCARD_STATE_…</c>.</summary>
[Flags]
public enum ReaderStates
{
    /// <summary>Nothing is known.</summary>
    Unaware = 0x0000,

    /// <summary>PC/SC does not know this reader.</summary>
    Unknown = 0x0004,

    /// <summary>The reader cannot be used.</summary>
    Unavailable = 0x0008,

    /// <summary>No card.</summary>
    Empty = 0x0010,

    /// <summary>A card is in.</summary>
    Present = 0x0020,

    /// <summary>A program has the card for itself.</summary>
    Exclusive = 0x0080,

    /// <summary>A program is connected to the card.</summary>
    InUse = 0x0100,

    /// <summary>The card does not answer its reset.</summary>
    Mute = 0x0200,
}
