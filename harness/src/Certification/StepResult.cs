using CardConformance.Harness.Evidence;

namespace CardConformance.Harness.Certification;

/// <summary>One step of a scenario with what was seen during it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Pictures">Pictures taken during it.</param>
/// <param name="Remarks">Remarks made during it.</param>
/// <param name="Exchanges">What passed between reader and card during it.</param>
public sealed record StepResult(
    StepDone Step, IReadOnlyList<PictureTaken> Pictures, IReadOnlyList<Remark> Remarks, IReadOnlyList<CardExchange> Exchanges);
