using CardConformance.Simulator.Faults;

namespace CardConformance.Harness.Actors;

/// <summary>Where this repository keeps the faults that cards can have.</summary>
public static class CardFaults
{
    /// <summary>The faults of <c>fixtures/faults</c>.</summary>
    public static FaultCatalogue Catalogue => new(Path.Combine(Repository.Fixtures, "faults"));
}
