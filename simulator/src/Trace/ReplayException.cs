namespace CardConformance.Simulator.Trace;

/// <summary>A program did not do what a trace says: which trace, where in it, what should have come, and what came.</summary>
/// <param name="file">Path of the trace.</param>
/// <param name="line">Line, counted from 1.</param>
/// <param name="expected">What should have come.</param>
/// <param name="got">What came, codes masked.</param>
public sealed class ReplayException(string file, int line, string expected, string got)
    : Exception($"{file}, line {line}: {expected} is expected here, the card got {got}.")
{
    /// <summary>Path of the trace.</summary>
    public string File { get; } = file;

    /// <summary>Line, counted from 1.</summary>
    public int Line { get; } = line;
}
