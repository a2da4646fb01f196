using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Certificates;

/// <summary>One authority of <c>authorities.json</c>.</summary>
/// <param name="Id">Name of its files.</param>
/// <param name="CommonName">CN.</param>
/// <param name="Issuer">Id of the authority above it, or <see langword="null"/> for a root.</param>
/// <param name="Years">How long it is valid from today.</param>
internal sealed record AuthorityEntry(string Id, string CommonName, string? Issuer, int Years)
{
    internal static AuthorityEntry From(FixtureObject json) =>
        new(json.Text("id"), json.Text("commonName"), json.OptionalText("issuer"), json.Number("years", 5, 50));
}
