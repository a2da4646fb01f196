using CardConformance.Simulator.Apdu;

namespace CardConformance.Simulator.Trace;

/// <summary>One exchange of a trace that was read from a file.</summary>
/// <param name="Line">Line of the command, counted from 1; the response stands in the next one.</param>
/// <param name="Command">As <see cref="TraceEntry.Command"/> has it.</param>
/// <param name="Response">As <see cref="TraceEntry.Response"/> has it.</param>
public sealed record TraceExchange(int Line, string Command, string Response)
{
    /// <summary>When it began, if the trace says so.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How long the card took, if the trace says so.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The bytes of the command; <see langword="null"/> for what the reader did besides.</summary>
    public BytePattern? CommandBytes { get; init; }

    /// <summary>The bytes of the response or of the ATR; <see langword="null"/> for words.</summary>
    public BytePattern? ResponseBytes { get; init; }
}
