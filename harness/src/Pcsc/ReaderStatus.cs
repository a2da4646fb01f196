namespace CardConformance.Harness.Pcsc;

/// <summary>What PC/SC says about a reader.</summary>
/// <param name="State">State bits of the low 16 bits of <c>dwEventState</c>, without "changed".</param>
/// <param name="Events">How many cards have come and gone since pcscd started, modulo 65,536.</param>
/// <param name="Atr">ATR of the card in it, or empty.</param>
public sealed record ReaderStatus(ReaderStates State, int Events, byte[] Atr)
{
    /// <summary>Nothing is known yet: the first question is answered at once.</summary>
    public static readonly ReaderStatus Unaware = new(ReaderStates.Unaware, 0, []);

    /// <summary>Whether a card that answers is in the reader.</summary>
    public bool HasCard => State.HasFlag(ReaderStates.Present) && !State.HasFlag(ReaderStates.Mute);
}
