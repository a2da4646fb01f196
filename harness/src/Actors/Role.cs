using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Actors;

/// <summary>A kind of person that scenarios ask for.</summary>
/// <param name="Name">As features say it, for example <c>un médecin</c>.</param>
/// <param name="Card">Name of the card profile.</param>
/// <param name="Identifier">The register that the identifier comes from.</param>
public sealed record Role(string Name, string Card, IdentifierRegister Identifier = IdentifierRegister.RPPS)
{
    private static readonly Lazy<IReadOnlyList<Role>> Known = new(Load);

    /// <summary>The role with a name.</summary>
    /// <param name="name">As the feature says it.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the known ones.</exception>
    public static Role Named(string name) =>
        Known.Value.FirstOrDefault(role => role.Name == name)
        ?? throw new ArgumentException(
            $"le rôle « {name} » n'existe pas ; rôles connus : {string.Join(", ", Known.Value.Select(role => $"« {role.Name} »"))}.");

    private static IReadOnlyList<Role> Load() =>
        FixtureObject.Load(Path.Combine(Repository.Fixtures, "people", "roles.json"))
            .Whole(json => json.List("roles", role => new Role(
                role.Text("role"),
                role.Text("card"),
                role.Has("identifier") ? role.Value<IdentifierRegister>("identifier") : IdentifierRegister.RPPS)));
}
