namespace CardConformance.Fuzz.Rules;

/// <summary>The parts of a card that a command may change.</summary>
[Flags]
internal enum CardParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The protocol in use.</summary>
    Protocol = 1 << 0,

    /// <summary>Current directory and current file.</summary>
    Selection = 1 << 1,

    /// <summary>What MANAGE SECURITY ENVIRONMENT sets.</summary>
    Environment = 1 << 2,

    /// <summary>The hash that waits for its signature.</summary>
    Hash = 1 << 3,

    /// <summary>The answer that waits for GET RESPONSE.</summary>
    Pending = 1 << 4,

    /// <summary>The command chain under way.</summary>
    Chain = 1 << 5,

    /// <summary>The codes: values, counters, and whether they were proved.</summary>
    Codes = 1 << 6,

    /// <summary>What the files hold.</summary>
    Contents = 1 << 7,

    /// <summary>Current directory and current file of the older part (class A0).</summary>
    Cps2terSelection = 1 << 8,

    /// <summary>The answer of the older part that waits for its GET RESPONSE.</summary>
    Cps2terPending = 1 << 9,

    /// <summary>Whether logical channel 1 of a CPS4 is open.</summary>
    Channel = 1 << 10,
}
