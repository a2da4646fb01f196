using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Certificates;

/// <summary>The names of a test authority, as <c>authorities.json</c> gives them.</summary>
/// <param name="Organisation">O of every name.</param>
/// <param name="OrganisationalUnits">OU of every name, in order.</param>
/// <param name="Authorities">The authorities, issuers before those they issue.</param>
internal sealed record AuthorityFile(
    string Organisation,
    IReadOnlyList<string> OrganisationalUnits,
    IReadOnlyList<AuthorityEntry> Authorities)
{
    internal static AuthorityFile From(FixtureObject json)
    {
        var file = new AuthorityFile(
            json.Text("organisation"),
            json.Texts("organisationalUnits"),
            json.List("authorities", AuthorityEntry.From));
        for (int i = 0; i < file.Authorities.Count; i++)
        {
            AuthorityEntry entry = file.Authorities[i];
            if (entry.Issuer is { } issuer && file.Authorities.Take(i).All(earlier => earlier.Id != issuer))
            {
                throw json.Mistake($"authorities[{i}].issuer", $"no authority before this one has the id \"{issuer}\".");
            }
        }

        return file;
    }
}
