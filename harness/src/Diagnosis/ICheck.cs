namespace CardConformance.Harness.Diagnosis;

/// <summary>One thing about a workstation that can be right or wrong.</summary>
internal interface ICheck
{
    /// <summary>What it is about, in a few words.</summary>
    string Name { get; }

    /// <summary>Looks. What later checks need to know it leaves with the workplace.</summary>
    /// <param name="workplace">Where to look.</param>
    Task<Finding> RunAsync(Workplace workplace);
}
