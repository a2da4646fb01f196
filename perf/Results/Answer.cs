namespace CardConformance.Perf.Results;

/// <summary>What became of one question.</summary>
/// <param name="Measurement">Who asked.</param>
/// <param name="Figures">What was measured; empty when nothing could be.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Answer(IMeasurement Measurement, IReadOnlyList<Figure> Figures, TimeSpan Took)
{
    /// <summary>Why this machine cannot say, or <see langword="null"/>.</summary>
    internal string? Missing { get; init; }

    /// <summary>What was answered wrongly, or <see langword="null"/>.</summary>
    internal string? Wrong { get; init; }

    /// <summary>What a measurement that crashed said, or <see langword="null"/>.</summary>
    internal string? Defect { get; init; }

    /// <summary>Why there are no figures, in one line, or <see langword="null"/>.</summary>
    internal string? WhyNone =>
        Missing is not null ? $"not measured: {Missing}"
        : Wrong is not null ? $"answered wrongly: {Wrong}"
        : Defect is not null ? $"crashed: {Defect.Split('\n')[0]}"
        : null;
}
