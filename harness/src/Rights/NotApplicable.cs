using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Rights;

/// <summary>Cards with which nobody can log in, so that their rights cannot be tested on the portal.</summary>
/// <param name="Profiles">Names of the card profiles.</param>
/// <param name="Reason">Why, in French.</param>
public sealed record NotApplicable(IReadOnlyList<string> Profiles, string Reason)
{
    internal static NotApplicable From(FixtureObject json) => new(json.Texts("profiles"), json.Text("reason"));
}
