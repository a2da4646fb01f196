namespace CardConformance.Fuzz.Replays;

/// <summary>What is done to a card.</summary>
internal enum ReplayAction : byte
{
    /// <summary>Sends a command.</summary>
    Send,

    /// <summary>Pulls the reset line.</summary>
    Reset,

    /// <summary>Takes the power away.</summary>
    PowerDown,

    /// <summary>Proposes T=0.</summary>
    ChooseT0,

    /// <summary>Proposes T=1.</summary>
    ChooseT1,

    /// <summary>Lets the card fail, or no longer.</summary>
    Arm,

    /// <summary>Pulls the card out, while the reader still sends what was on its way.</summary>
    Pull,
}
