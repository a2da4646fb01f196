using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness;

/// <summary>Collects what is wrong in a file that people write, so that all of it can be mended at once.</summary>
internal sealed class Mistakes
{
    private readonly List<string> _found = [];

    /// <summary>What is wrong, each with file and place.</summary>
    internal IReadOnlyList<string> Found => _found;

    /// <summary>Reads something, and keeps the mistake in it.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <param name="otherwise">What takes its place when it is wrong.</param>
    internal T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (FixtureException mistake)
        {
            Add(mistake);
            return otherwise;
        }
    }

    /// <summary>Keeps a mistake.</summary>
    /// <param name="mistake">The mistake.</param>
    internal void Add(FixtureException mistake) => Add(mistake.Message);

    /// <summary>Keeps a mistake that is not at a place in the file.</summary>
    /// <param name="mistake">A sentence.</param>
    internal void Add(string mistake) => _found.Add(mistake);
}
