using System.Text.Json.Serialization;

namespace CardConformance.Harness.Certification;

/// <summary>What a run was: <c>run.json</c> in its folder.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Target">Name of the system under test.</param>
/// <param name="Seed">What all invented names and numbers follow from.</param>
/// <param name="Workers">Scenarios that ran at the same time.</param>
/// <param name="Version">Version of CardConformance.</param>
/// <param name="Tags">Requirements that the run was limited to; empty for all.</param>
/// <param name="Machine">Operating system and runtime.</param>
/// <param name="Shuffled">Whether the order was drawn by lot; the seed draws the same again.</param>
/// <param name="Also">Folder outside the repository whose features ran too, or <see langword="null"/>.</param>
/// <param name="Order">Ids of the scenarios in the order in which they began, once the run has ended.</param>
/// <param name="TargetVersion">What its file says of its version.</param>
/// <param name="Plan">Name of the plan that the run was limited to, or <see langword="null"/>.</param>
/// <param name="Certifies">Whether it ran the whole plan as it is, so that its verdict can be shown to others.</param>
/// <param name="PlanRevision">The frozen revision of the plan that it certifies with.</param>
/// <param name="ScenariosDue">How many scenarios that revision has of each requirement that applies.</param>
/// <param name="NotApplicable">Requirements that do not apply to the target, each with the reason.</param>
/// <param name="Shard">Which part of a run it was, for example <c>2/4</c>, or <see langword="null"/> for the whole.</param>
/// <param name="Resumed">How often it was gone on with after it had been killed.</param>
/// <param name="RunnerExitCode">What the test runner ended with: 0 when every scenario ran and passed; <see langword="null"/> while it runs, or when it was stopped.</param>
public sealed record RunInfo(
    DateTimeOffset Started,
    string Target,
    int Seed,
    int Workers,
    string Version,
    IReadOnlyList<string> Tags,
    string Machine,
    int? RunnerExitCode = null,
    bool Shuffled = false,
    string? Also = null,
    IReadOnlyList<string>? Order = null,
    string? TargetVersion = null,
    string? Plan = null,
    bool Certifies = false,
    string? PlanRevision = null,
    IReadOnlyDictionary<string, int>? ScenariosDue = null,
    IReadOnlyDictionary<string, string>? NotApplicable = null,
    string? Shard = null,
    int Resumed = 0)
{
    /// <summary>Whether somebody asked for some of the scenarios only, or several machines share them.</summary>
    [JsonIgnore]
    public bool IsPart => Tags.Count > 0 || Shard is not null;
}
