using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Rights;

/// <summary>What is done where the source lost its mark, or says nothing: declared, and never shown as a fact.</summary>
/// <param name="Mark">The mark that stands for it in <c>fixtures/rights.csv</c>.</param>
/// <param name="LetsIn">Whether a service lets in.</param>
/// <param name="French">The assumption in French, word for word as screens show it.</param>
/// <param name="English">The assumption in English, for the report.</param>
public sealed record Assumption(string Mark, bool LetsIn, string French, string English)
{
    internal static Assumption From(FixtureObject json) => new(json.Text("mark"), json.Boolean("lets-in"), json.Text("fr"), json.Text("en"));
}
