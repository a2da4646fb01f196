using System.Text.Json.Serialization;

namespace CardConformance.Harness.Evidence;

/// <summary>One thing that happened in a scenario, as one line of <c>events.ndjson</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ScenarioBegun), "scenario")]
[JsonDerivedType(typeof(StepDone), "step")]
[JsonDerivedType(typeof(PictureTaken), "picture")]
[JsonDerivedType(typeof(Remark), "remark")]
[JsonDerivedType(typeof(AssumptionUsed), "assumption")]
[JsonDerivedType(typeof(PageAsked), "page")]
[JsonDerivedType(typeof(BackEndAsked), "backEnd")]
[JsonDerivedType(typeof(ScenarioEnded), "end")]
public abstract record EvidenceEvent
{
    /// <summary>When, on the one clock of the run.</summary>
    public DateTimeOffset Time { get; init; } = DateTimeOffset.UtcNow;
}
