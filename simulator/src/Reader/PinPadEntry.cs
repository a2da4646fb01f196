namespace CardConformance.Simulator.Reader;

/// <summary>What a person did at a PIN pad: typed digits, pressed the red key, or nothing.</summary>
public sealed class PinPadEntry
{
    /// <summary>The person pressed the red key.</summary>
    public static readonly PinPadEntry Cancelled = new(null);

    /// <summary>The person did nothing until the time was over.</summary>
    public static readonly PinPadEntry TimedOut = new(null);

    private PinPadEntry(string? digits) => Digits = digits;

    /// <summary>The digits, or <see langword="null"/>. Never write them to a log.</summary>
    internal string? Digits { get; }

    /// <summary>The person typed digits and pressed the green key.</summary>
    /// <param name="digits">Decimal digits.</param>
    public static PinPadEntry Typed(string digits) => new(digits);
}
