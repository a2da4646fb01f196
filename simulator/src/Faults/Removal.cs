namespace CardConformance.Simulator.Faults;

/// <summary>The card is pulled out.</summary>
/// <param name="Moment">When, seen from the command.</param>
public sealed record Removal(RemovalMoment Moment) : FaultEffect
{
    /// <summary>Before the command is carried out.</summary>
    public static readonly Removal Before = new(RemovalMoment.Before);

    /// <summary>When the command was carried out, before the first byte of the answer.</summary>
    public static readonly Removal Within = new(RemovalMoment.Within);

    /// <summary>When the reader has the answer.</summary>
    public static readonly Removal After = new(RemovalMoment.After);
}
