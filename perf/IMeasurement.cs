namespace CardConformance.Perf;

/// <summary>One question about speed, with all that it starts and stops to answer it.</summary>
internal interface IMeasurement
{
    /// <summary>What to call it on the command line, for example <c>pcsc</c>.</summary>
    string Name { get; }

    /// <summary>The question, in one line.</summary>
    string Question { get; }

    /// <summary>Why it cannot be answered on this machine, for example a package that is missing; <see langword="null"/> when it can.</summary>
    string? MissingCapability { get; }

    /// <summary>Debian packages of the peers that it measures beside ours where they are installed.</summary>
    IReadOnlyList<string> PeerPackages => [];

    /// <summary>Measures. Everything it starts has ended when it returns, also by an exception.</summary>
    /// <param name="pace">How long.</param>
    /// <param name="progress">Where it says what it is at.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="InvalidOperationException">Something answered wrongly: what is not right is not measured.</exception>
    Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop);
}
