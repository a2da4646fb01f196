namespace CardConformance.Simulator.Profiles;

/// <summary>The structure that orders cards for its director and staff.</summary>
/// <param name="Identifier">National identifier of the structure: <c>1</c> and FINESS, <c>2</c> and SIREN, <c>3</c> and SIRET.</param>
/// <param name="Name">Its name ("raison sociale").</param>
/// <param name="Department">Its department as certificates carry it, for example <c>Seine-Maritime (76)</c>.</param>
public sealed record Employer(string Identifier, string Name, string Department)
{
    internal static Employer From(FixtureObject json) =>
        new(NationalIdentifier.OfStructure(json, "identifier"), json.Text("name"), json.Text("department"));
}
