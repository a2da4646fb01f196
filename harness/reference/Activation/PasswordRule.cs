namespace CardConformance.Reference.Activation;

/// <summary>A rule that a password can break.</summary>
internal enum PasswordRule
{
    /// <summary>Four digits, nothing else.</summary>
    FourDigits,

    /// <summary>No ascending sequence, as 1234.</summary>
    Ascending,

    /// <summary>No descending sequence, as 4321.</summary>
    Descending,

    /// <summary>Not four times the same digit, as 1111.</summary>
    Identical,
}
