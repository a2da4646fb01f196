using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>The faults of a folder.</summary>
/// <param name="folder">The folder: each <c>*.json</c> is a fault.</param>
public sealed class FaultCatalogue(string folder)
{
    /// <summary>Names of the faults, in alphabetical order.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public IReadOnlyList<string> Names => FixtureFolder.NamesIn(folder);

    /// <summary>Reads one fault.</summary>
    /// <param name="name">Its name: the name of its file without <c>.json</c>.</param>
    /// <exception cref="UnknownFaultException">There is no such fault.</exception>
    /// <exception cref="FixtureException">Something in its file is wrong.</exception>
    public CardFault Load(string name) =>
        Names.Contains(name) ? CardFault.Load(Path.Combine(folder, name + ".json")) : throw new UnknownFaultException(name, Names);
}
