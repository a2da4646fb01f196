namespace CardConformance.Harness.Pcsc;

/// <summary>Return codes of the PC/SC API, by the names that <c>pcsclite.h</c> gives them.</summary>
public enum PcscError : uint
{
    /// <summary>All went well.</summary>
    Success = 0,

    /// <summary>SCARD_E_CANCELLED: the call was cancelled.</summary>
    Cancelled = 0x80100002,

    /// <summary>SCARD_E_INVALID_HANDLE: the context or connection is not known any more.</summary>
    InvalidHandle = 0x80100003,

    /// <summary>SCARD_E_INSUFFICIENT_BUFFER: the answer is longer than the room for it.</summary>
    InsufficientBuffer = 0x80100008,

    /// <summary>SCARD_E_UNKNOWN_READER: no reader has this name.</summary>
    UnknownReader = 0x80100009,

    /// <summary>SCARD_E_TIMEOUT: nothing happened in time.</summary>
    Timeout = 0x8010000A,

    /// <summary>SCARD_E_SHARING_VIOLATION: another program has the card for itself.</summary>
    SharingViolation = 0x8010000B,

    /// <summary>SCARD_E_NO_SMARTCARD: no card is in the reader.</summary>
    NoSmartCard = 0x8010000C,

    /// <summary>SCARD_E_PROTO_MISMATCH: the card does not speak the protocol asked for.</summary>
    ProtocolMismatch = 0x8010000F,

    /// <summary>SCARD_F_COMM_ERROR: the connection to pcscd broke.</summary>
    CommunicationError = 0x80100013,

    /// <summary>SCARD_E_NOT_TRANSACTED: the card did not answer, or not intelligibly.</summary>
    NotTransacted = 0x80100016,

    /// <summary>SCARD_E_READER_UNAVAILABLE: the reader is there no more.</summary>
    ReaderUnavailable = 0x80100017,

    /// <summary>SCARD_E_NO_SERVICE: no pcscd is running.</summary>
    NoService = 0x8010001D,

    /// <summary>SCARD_E_SERVICE_STOPPED: pcscd has ended.</summary>
    ServiceStopped = 0x8010001E,

    /// <summary>SCARD_E_UNSUPPORTED_FEATURE: the reader cannot do this.</summary>
    UnsupportedFeature = 0x8010001F,

    /// <summary>SCARD_E_NO_READERS_AVAILABLE: there is no reader at all.</summary>
    NoReadersAvailable = 0x8010002E,

    /// <summary>SCARD_W_UNRESPONSIVE_CARD: the card does not react to its reset.</summary>
    UnresponsiveCard = 0x80100066,

    /// <summary>SCARD_W_UNPOWERED_CARD: the card could not be powered up.</summary>
    UnpoweredCard = 0x80100067,

    /// <summary>SCARD_W_RESET_CARD: another program has reset the card.</summary>
    ResetCard = 0x80100068,

    /// <summary>SCARD_W_REMOVED_CARD: the card was pulled out; connect anew.</summary>
    RemovedCard = 0x80100069,
}
