namespace CardConformance.Reference.ProSanteConnect;

/// <summary>What became of a request on the phone.</summary>
public enum PhoneOutcome
{
    /// <summary>The person has not answered yet.</summary>
    Pending,

    /// <summary>The right password and the right code.</summary>
    Approved,

    /// <summary>The person does not want to log in.</summary>
    Refused,

    /// <summary>The person chose a code that the computer does not show.</summary>
    WrongCode,

    /// <summary>Too many wrong passwords.</summary>
    WrongPassword,

    /// <summary>The person did not answer in time, or another request took its place.</summary>
    Expired,
}
