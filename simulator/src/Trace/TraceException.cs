namespace CardConformance.Simulator.Trace;

/// <summary>A file that should be a trace is none: which one, where in it, and what should stand there.</summary>
/// <param name="file">Path of the file.</param>
/// <param name="line">Line, counted from 1.</param>
/// <param name="expected">What should stand there.</param>
/// <param name="found">What stands there.</param>
public sealed class TraceException(string file, int line, string expected, string found)
    : Exception($"{file}, line {line}: {expected} is expected here, found {found}.")
{
    /// <summary>Path of the file.</summary>
    public string File { get; } = file;

    /// <summary>Line, counted from 1.</summary>
    public int Line { get; } = line;
}
