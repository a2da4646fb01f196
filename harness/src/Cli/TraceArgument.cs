using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Cli;

/// <summary>A trace that somebody named at the terminal.</summary>
internal static class TraceArgument
{
    /// <summary>Reads it.</summary>
    /// <exception cref="UserException">The file cannot be read.</exception>
    /// <exception cref="TraceException">It is not a trace.</exception>
    internal static TraceFile Load(string file)
    {
        try
        {
            return TraceFile.Load(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"Cannot read the trace: {failure.Message}");
        }
    }
}
