namespace CardConformance.Harness.Diagnosis;

/// <summary>How a check of the workstation came out.</summary>
internal enum FindingOutcome
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Something has to be done.</summary>
    Bad,

    /// <summary>It could not be found out; the finding says why.</summary>
    NotTestable,
}
