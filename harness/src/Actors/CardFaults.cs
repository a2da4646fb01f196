using CardConformance.Harness.Evidence;
using CardConformance.Simulator.Faults;

namespace CardConformance.Harness.Actors;

/// <summary>Where this repository keeps the faults that cards can have.</summary>
public static class CardFaults
{
    /// <summary>The faults of <c>fixtures/faults</c>.</summary>
    public static FaultCatalogue Catalogue => new(Path.Combine(Repository.Fixtures, "faults"));

    /// <summary>Lets a card fail, from now on, in one of these ways; the report says in which.</summary>
    /// <param name="card">The card.</param>
    /// <param name="fault">Name of the fault.</param>
    /// <param name="evidence">Where the report takes it from.</param>
    /// <exception cref="UnknownFaultException">There is no such fault; the message lists those there are.</exception>
    internal static void Arm(FaultyCard card, string fault, ScenarioEvidence evidence)
    {
        CardFault loaded = Catalogue.Load(fault);
        card.Arm(loaded);
        evidence.Add(new Remark($"Panne préparée : {loaded.Description}"));
    }
}
