namespace CardConformance.Simulator.Card;

/// <summary>How bytes travel between reader and card.</summary>
/// <remarks>Source: ISO/IEC 7816-3:2006. The values are the protocol's numbers.</remarks>
public enum TransmissionProtocol
{
    /// <summary>T=0, byte by byte: a command either sends data or gets data, so answers are fetched with GET RESPONSE.</summary>
    T0 = 0,

    /// <summary>T=1, blocks: command data and answer in one exchange.</summary>
    T1 = 1,
}
