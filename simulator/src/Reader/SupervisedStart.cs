namespace CardConformance.Simulator.Reader;

/// <summary>What a <see cref="SupervisedProcess"/> starts.</summary>
/// <param name="Program">Path, or name to be found in PATH.</param>
/// <param name="Arguments">Its arguments. Never a code: anyone on the machine can read them.</param>
/// <param name="Output">Gets each line that it writes, one at a time per stream.</param>
public sealed record SupervisedStart(string Program, IReadOnlyList<string> Arguments, Action<string> Output)
{
    /// <summary>Path of a unix socket that the process gets ready and listening, or <see langword="null"/>.</summary>
    public string? ListenOn { get; init; }

    /// <summary>Variables to set, or to take away with <see langword="null"/>; the others are inherited.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
