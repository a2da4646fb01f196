using CardConformance.Harness.Certification;

namespace CardConformance.Harness.Biting;

/// <summary>What the scenarios of a requirement say of a product without any defect, on the same machine: what is red here as well is no defect's doing.</summary>
/// <param name="Product">The product.</param>
/// <param name="Requirement">The requirement.</param>
/// <param name="Begun">When they were begun.</param>
/// <param name="Passed">Ids of those that passed.</param>
/// <param name="Failed">Ids of those that did not.</param>
public sealed record Control(DefectiveProduct Product, string Requirement, DateTimeOffset Begun, IReadOnlyList<string> Passed, IReadOnlyList<string> Failed)
{
    /// <summary>Reads a run without defects.</summary>
    /// <param name="product">The product.</param>
    /// <param name="requirements">What was played.</param>
    /// <param name="run">The run.</param>
    internal static IEnumerable<Control> Of(DefectiveProduct product, IEnumerable<string> requirements, RunResult run) =>
        from requirement in requirements
        let scenarios = run.Scenarios.Where(scenario => scenario.Begun.Requirements.Contains(requirement)).ToLookup(scenario => scenario.Passed, scenario => scenario.Begun.Id)
        select new Control(product, requirement, run.Info.Started, [.. scenarios[true]], [.. scenarios[false]]);
}
