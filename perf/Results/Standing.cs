namespace CardConformance.Perf.Results;

/// <summary>How a figure stands to what was kept of it.</summary>
internal enum Standing
{
    /// <summary>Nothing was kept that it can be compared with.</summary>
    Unknown,

    /// <summary>Better by more than the noise.</summary>
    Better,

    /// <summary>The same, within the noise.</summary>
    Same,

    /// <summary>Worse by more than the noise.</summary>
    Worse,
}
