namespace CardConformance.Harness.Evidence;

/// <summary>Something worth knowing about a scenario that is neither a step nor a picture.</summary>
/// <param name="Text">What, in French.</param>
public sealed record Remark(string Text) : EvidenceEvent;
