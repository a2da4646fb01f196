namespace CardConformance.Simulator.Trace;

/// <summary>What a replayed card makes of a command that is not the next one of its trace.</summary>
public enum ReplayMode
{
    /// <summary>A failure: programs have to do exactly what the trace says.</summary>
    Strict,

    /// <summary>It looks for the command further on in the trace, and answers <c>6D00</c> when it is not there.</summary>
    Skipping,
}
