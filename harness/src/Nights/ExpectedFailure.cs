using CardConformance.Harness.Blaming;
using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Nights;

/// <summary>A failure that the vendor knows of: one entry of the file of expected failures.</summary>
/// <param name="Scenario">Id of the scenario, or <see langword="null"/> when it is about a requirement.</param>
/// <param name="Requirement">Id of a requirement, whose scenarios may all fail, or <see langword="null"/>.</param>
/// <param name="Reason">Why it fails.</param>
/// <param name="Owner">Who mends it.</param>
/// <param name="Opened">The day when it was found.</param>
/// <param name="Expires">The last day on which it is expected.</param>
public sealed record ExpectedFailure(string? Scenario, string? Requirement, string Reason, string Owner, DateOnly Opened, DateOnly Expires)
{
    /// <summary>What it is about.</summary>
    public string Subject => Scenario ?? Requirement!;

    /// <summary>Whether it does not hold any more.</summary>
    /// <param name="on">The day of the run.</param>
    public bool IsExpired(DateOnly on) => on > Expires;

    /// <summary>Whether a scenario is one of those that it is about.</summary>
    /// <param name="scenario">The scenario.</param>
    public bool IsAbout(ScenarioResult scenario) =>
        Scenario is null ? scenario.Begun.Requirements.Contains(Requirement!) : scenario.Begun.Id == Scenario;

    /// <summary>Whether it expects how a scenario ended: nobody can expect a wrong configuration, or a failure of ours.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="on">The day of the run.</param>
    internal bool Covers(ScenarioResult scenario, DateOnly on) => !IsExpired(on) && scenario.Rule?.Blame == Blame.Product && IsAbout(scenario);
}
