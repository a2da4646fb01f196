namespace CardConformance.Simulator.Reader;

/// <summary>Which readers a <see cref="PcscDaemon"/> has.</summary>
public sealed record PcscOptions
{
    /// <summary>Number of readers, 1 to 16.</summary>
    public int Readers { get; init; } = 1;

    /// <summary>Whether the readers have a PIN pad.</summary>
    public bool PinPad { get; init; }

    /// <summary>How long a card may take for an answer before the reader calls it mute; 1 ms to 10 minutes.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether pcscd takes the place of the system's, so that every PC/SC program finds the readers by itself. Needs root, and no
    /// other pcscd.
    /// </summary>
    public bool UseSystemSocket { get; init; }

    /// <summary>Path of another build of the driver, as one with sanitizers; <see langword="null"/> for the one that is built with this library.</summary>
    public string? Driver { get; init; }

    /// <summary>Variables that pcscd gets besides ours.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Gets each line that pcscd logs; nothing by default.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
