namespace CardConformance.Reference.ProSanteConnect;

/// <summary>Why somebody was not let in with the e-CPS. Each has a screen.</summary>
public enum ECpsFailure
{
    /// <summary>Nobody has this identifier.</summary>
    Unknown,

    /// <summary>The person has no e-CPS in use.</summary>
    NotActivated,

    /// <summary>The person's e-CPS has come to the end of its life.</summary>
    Expired,

    /// <summary>Refused on the phone.</summary>
    Refused,

    /// <summary>Another code was chosen on the phone than the computer shows.</summary>
    WrongCode,

    /// <summary>Too many wrong passwords on the phone.</summary>
    WrongPassword,

    /// <summary>No answer on the phone in time.</summary>
    NoAnswer,

    /// <summary>Whether the person has one cannot be found out now.</summary>
    ServiceDown,
}
