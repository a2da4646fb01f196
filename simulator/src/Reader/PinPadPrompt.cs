namespace CardConformance.Simulator.Reader;

/// <summary>Which code a PIN pad wants.</summary>
public enum PinPadPrompt
{
    /// <summary>The code as it is.</summary>
    Current,

    /// <summary>A new code.</summary>
    New,

    /// <summary>The new code a second time.</summary>
    Confirmation,
}
